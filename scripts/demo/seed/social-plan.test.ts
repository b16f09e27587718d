import { describe, expect, it } from 'vitest';
import { bioSchema, captionSchema, fullNameSchema, usernameSchema } from '../../../shared/contracts/index.ts';
import { people } from '../people.ts';
import { planSocialLife } from './social-plan.ts';

describe('the demo people', () => {
  it('are at least thirty, each with a name of their own', () => {
    expect(people.length).toBeGreaterThanOrEqual(30);
    expect(new Set(people.map(({ username }) => username)).size).toBe(people.length);
  });

  it('say what the API takes', () => {
    for (const person of people) {
      expect(usernameSchema.parse(person.username)).toBe(person.username);
      expect(fullNameSchema.parse(person.fullName)).toBe(person.fullName);
      expect(bioSchema.parse(person.bio)).toBe(person.bio);
      for (const post of person.posts) {
        expect(captionSchema.parse(post.caption)).toBe(post.caption);
        expect(post.caption).toMatch(/#\p{L}/u);
        expect(post.photos.length).toBeGreaterThanOrEqual(1);
        for (const photo of post.photos) expect(photo.alt.length).toBeGreaterThan(10);
      }
    }
  });

  it('never say the same twice, so that an interrupted seeding knows what is posted', () => {
    for (const person of people) {
      expect(new Set(person.posts.map(({ caption }) => caption)).size).toBe(person.posts.length);
    }
  });
});

describe('planSocialLife', () => {
  const plan = planSocialLife(people);

  it('is the same every time', () => {
    expect(planSocialLife(people)).toEqual(plan);
  });

  it('publishes every post once, in its author’s order', () => {
    expect(plan.posts.length).toBe(people.flatMap(({ posts }) => posts).length);
    for (const person of people) {
      const own = plan.posts.filter(({ author }) => author === person).map(({ post }) => post);
      expect(own).toEqual(person.posts);
    }
  });

  it('lets nobody follow themselves, and only followers like', () => {
    const edges = new Set(plan.follows.map(({ follower, followee }) => `${follower.username} ${followee.username}`));
    expect(edges.size).toBe(plan.follows.length);
    for (const { follower, followee } of plan.follows) expect(follower).not.toBe(followee);
    for (const { person, planned } of plan.likes) {
      expect(edges.has(`${person.username} ${planned.author.username}`)).toBe(true);
    }
  });
});
