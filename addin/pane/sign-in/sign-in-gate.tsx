import type { ReactNode } from 'react';
import type { Theme } from '../../office/host.ts';
import type { Session, SignedIn } from './session.ts';
import { SignInScreen } from './sign-in-screen.tsx';
import { useSession } from './use-session.ts';

interface Props {
  session: Session;
  theme: Theme;
  /** What is shown once somebody is signed in, and from then on. */
  children: (signedIn: SignedIn) => ReactNode;
}

/** Lets nobody in who is not signed in, and shows nobody out who was: what was typed would go with them. */
export function SignInGate({ session, theme, children }: Props) {
  const { step, signedIn } = useSession(session);
  if (signedIn === null) return <SignInScreen session={session} step={step} theme={theme} />;
  return children(signedIn);
}
