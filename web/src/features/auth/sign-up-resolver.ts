import { zodResolver } from '@hookform/resolvers/zod';
import { registerSchema } from '../../../../shared/contracts/index.ts';

/** The rules of the contract, as the form asks for them. */
export const signUpResolver = zodResolver(registerSchema);
