/** What went wrong with a form as a whole. What was typed stays. */
export function FormError({ message }: { message: string | undefined }) {
  if (!message) return null;
  return (
    <p role="alert" className="rounded-lg border border-danger/40 bg-danger/8 px-3.5 py-2.5 text-sm text-danger">
      {message}
    </p>
  );
}
