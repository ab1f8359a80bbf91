import type { ReactNode } from 'react';
import { DemoLine } from './demo-line.tsx';
import type { Session } from './session.ts';
import { SignInBar } from './sign-in-bar.tsx';
import { useSession } from './use-session.ts';

/** Above everything else: that the sign-in is only a demo, and that somebody must sign in again. */
export function SignInLine({ session }: { session: Session }): ReactNode {
  const { step, signedIn } = useSession(session);
  return (
    <>
      {signedIn !== null && signedIn.demo !== null && <DemoLine {...signedIn.demo} session={session} />}
      <SignInBar step={step} session={session} />
    </>
  );
}
