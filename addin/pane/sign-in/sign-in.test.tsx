import '../testing/browser.ts';
import { describe, expect, it } from '@jest/globals';
import { act, configure, render, screen, waitFor, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { button, points, settle } from '../testing/open-pane.tsx';
import { fakeBackend, fakeHost, fakeMemory } from '../testing/fakes.ts';
import { Pane } from '../Pane.tsx';
import type { Step } from './session.ts';
import { SignInGate } from './sign-in-gate.tsx';
import { SignInLine } from './sign-in-line.tsx';
import { demoWay, fakeSession, keycloak, signedIn } from './testing/fake-session.ts';

configure({ asyncUtilTimeout: 5_000 });

const asking = (trouble: Extract<Step, { name: 'asking' }>['trouble'] = null): Step => ({
  name: 'asking',
  ways: [keycloak],
  trouble,
});
const demo = { way: demoWay, choice: { kommune: 'lk-kusel', role: 'staff' as const } };

/** The pane of Word behind its sign-in. */
function open(step: Step, who: ReturnType<typeof signedIn> | null, server = fakeBackend()) {
  const user = userEvent.setup();
  const session = fakeSession({ step, signedIn: who });
  const { host } = fakeHost('document');
  const memory = fakeMemory();
  render(
    <SignInGate session={session.session} theme="light">
      {({ me, backend }) => (
        <Pane
          host={host}
          backend={backend}
          memory={memory}
          me={me}
          initialTask="reply"
          top={<SignInLine session={session.session} />}
        />
      )}
    </SignInGate>,
  );
  return { user, server, memory, ...session };
}

describe('before somebody is signed in', () => {
  it('says what is going on and shows nothing else', () => {
    const { set } = open({ name: 'working' }, null);
    screen.getByText('Sie werden angemeldet …');
    expect(screen.queryByRole('button')).toBeNull();
    act(() => set({ step: { name: 'waiting' } }));
    screen.getByText(/Bitte melden Sie sich in dem Fenster an/);
  });

  it('asks for the sign-in and names the ways where there are several', async () => {
    const { user, done, set } = open(asking(), null);
    await user.click(button('Anmelden'));
    const other = { ...keycloak, clientId: 'other', label: 'Microsoft Entra ID' };
    act(() => set({ step: { name: 'asking', ways: [keycloak, other], trouble: null } }));
    await user.click(button('Mit Microsoft Entra ID anmelden'));
    act(() => set({ step: { name: 'waiting' } }));
    await user.click(button('Abbrechen'));
    expect(done).toEqual(['ask Keycloak', 'ask Microsoft Entra ID', 'cancel']);
  });

  it.each([
    ['window_blocked', /gesperrt.*Pop-up/],
    ['window_busy', /anderes Fenster/],
    ['window_closed', /abgebrochen/],
    ['window_silent', /keine Antwort/],
    ['issuer_refused', /abgelehnt/],
    ['sign_in_refused', /gehört zu keiner Kommune/],
    ['sign_in_unavailable', /nicht erreichbar/],
  ] as const)('says why it did not work, and what to do: %s', (trouble, words) => {
    open(asking(trouble), null);
    expect(screen.getByRole('alert').textContent).toMatch(words);
    button('Anmelden');
  });

  it('lets the person try again where nothing answers', async () => {
    const { user, done } = open({ name: 'stuck', trouble: 'backend_unreachable' }, null);
    expect(screen.getByRole('alert').textContent).toMatch(/Amtsfeder ist nicht erreichbar/);
    await user.click(button('Erneut versuchen'));
    expect(done).toEqual(['start']);
  });
});

describe('while somebody works', () => {
  it('shows their Kommune and lets it sign, without their saying so', async () => {
    const server = fakeBackend();
    const { user } = open({ name: 'done' }, signedIn(server.backend), server);
    await screen.findByText('Landkreis Kusel');
    expect(screen.queryByText(/Demo/)).toBeNull();
    await user.type(points(), 'Danke');
    await user.click(button('Entwurf erstellen'));
    await settle();
    expect(server.last().call.author).toEqual({
      authority: 'Landkreis Kusel',
      unit: 'Soziales',
      name: 'Anke Muster',
      email: 'anke.muster@kreis.example',
      phone: '',
    });
  });

  it('asks for a new sign-in where the old one ended; nothing that was typed is lost', async () => {
    const server = fakeBackend();
    const { user, set, done } = open({ name: 'done' }, signedIn(server.backend), server);
    await screen.findByRole('combobox', { name: 'Modell' });
    await user.type(points(), 'Frist verlängert');
    await user.click(button('Entwurf erstellen'));
    await settle();
    server.last().fail('sign_in_required');
    act(() => set({ step: asking('sign_in_required') }));
    await settle();
    expect(screen.getAllByText(/Bitte melden Sie sich an/).length).toBeGreaterThan(0);
    await user.click(button('Anmelden'));
    expect(done).toEqual(['ask Keycloak']);
    act(() => set({ step: { name: 'waiting' } }));
    expect((points() as HTMLTextAreaElement).value).toBe('Frist verlängert');
    const again = fakeBackend();
    act(() => set({ step: { name: 'done' }, signedIn: signedIn(again.backend) }));
    await settle();
    expect(screen.queryByText(WAITING)).toBeNull();
    await user.click(button('Erneut versuchen'));
    await settle();
    expect(again.last().call.input).toMatchObject({ points: 'Frist verlängert' });
  });
});

const WAITING = /in dem Fenster/;

describe('the demo sign-in', () => {
  it('says what it is on every screen and lets the person be somebody else', async () => {
    const server = fakeBackend();
    const { user, become, set } = open({ name: 'done' }, signedIn(server.backend, demo), server);
    const line = screen.getByRole('region', { name: 'Demo-Anmeldung' });
    expect(line.textContent).toContain('Demo-Anmeldung: Landkreis Kusel · Sachbearbeitung');
    await user.click(button('Demo-Anmeldung wechseln'));
    const dialog = await screen.findByRole('dialog', { name: 'Demo-Anmeldung' });
    const inDialog = within(dialog);
    const roles = inDialog.getByRole('combobox', { name: 'Rolle' });
    expect(
      within(roles)
        .getAllByRole('option')
        .map(({ textContent }) => textContent),
    ).toEqual(['Sachbearbeitung', 'Fachadministration', 'Verbundadministration', 'Datenschutz', 'Prüfung']);
    await user.selectOptions(inDialog.getByRole('combobox', { name: 'Kommune' }), 'Donnersbergkreis');
    await user.selectOptions(roles, 'Prüfung');
    await user.click(inDialog.getByRole('button', { name: 'Wechseln' }));
    expect(become).toEqual([{ kommune: 'donnersbergkreis', role: 'auditor' }]);
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    const next = { ...demo, choice: { kommune: 'donnersbergkreis', role: 'auditor' as const } };
    act(() => set({ signedIn: signedIn(server.backend, next) }));
    expect(line.textContent).toContain('Demo-Anmeldung: Donnersbergkreis · Prüfung');
  });

  it('says why the person could not be somebody else', async () => {
    const server = fakeBackend();
    const { user, fail } = open({ name: 'done' }, signedIn(server.backend, demo), server);
    fail('store_unavailable');
    await user.click(button('Demo-Anmeldung wechseln'));
    const dialog = await screen.findByRole('dialog');
    await user.click(within(dialog).getByRole('button', { name: 'Wechseln' }));
    await within(dialog).findByText(/Datenbank von Amtsfeder/);
    await user.click(within(dialog).getByRole('button', { name: 'Abbrechen' }));
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  });

  it('lets the Kommune sign, and nobody by name', async () => {
    const server = fakeBackend();
    const { user } = open({ name: 'done' }, signedIn(server.backend, demo), server);
    await screen.findByRole('combobox', { name: 'Modell' });
    await user.type(points(), 'Danke');
    await user.click(button('Entwurf erstellen'));
    await settle();
    expect(server.last().call.author).toMatchObject({ authority: 'Landkreis Kusel', name: 'Karin Maurer' });
  });
});
