import * as z from 'zod/mini';

/**
 * What a person may do: Sachbearbeitung, Fachadministration of a Kommune, administration of the Verbund, Datenschutz,
 * Prüfung (Rechnungsprüfung, Fördergeber).
 */
export const roles = ['staff', 'local-admin', 'verbund-admin', 'data-protection', 'auditor'] as const;
export const role = z.enum(roles);
export type Role = z.infer<typeof role>;

/** Short name of a Kommune in the database, in addresses and on the command line, for example `lk-kusel`. */
export const kommuneId = z.string().check(z.regex(/^[a-z][a-z0-9-]{1,39}$/));
export type KommuneId = z.infer<typeof kommuneId>;

/** A Kommune as the interface names it. */
export const kommune = z.object({ id: kommuneId, name: z.string() });
export type Kommune = z.infer<typeof kommune>;

/** `GET /api/me`: who is signed in. */
export const me = z.object({
  version: z.number(),
  name: z.string(),
  email: z.string(),
  kommune,
  /** Fachbereich; empty where the sign-in does not tell. */
  department: z.string(),
  roles: z.array(role),
  /** True under the demo sign-in, which every screen says. */
  demo: z.boolean(),
  /** Whether their mailbox can be asked for whole conversations (`POST /api/conversation`). */
  mailbox: z.boolean(),
});
export type Me = z.infer<typeof me>;

/** `GET /api/sign-in`: how a person signs in here; asked without a token. */
export const signInWays = z.object({
  version: z.number(),
  ways: z.array(
    z.discriminatedUnion('kind', [
      /** Entra ID: nested app authentication in Office, a dialog or popup elsewhere. */
      z.object({
        kind: z.literal('entra'),
        label: z.string(),
        clientId: z.string(),
        authority: z.string(),
        scope: z.string(),
      }),
      /** Any other OIDC issuer: authorization code with PKCE, in a dialog or popup. */
      z.object({
        kind: z.literal('oidc'),
        label: z.string(),
        clientId: z.string(),
        authority: z.string(),
        scope: z.string(),
      }),
      /** Without configuration, on loopback only. */
      z.object({
        kind: z.literal('demo'),
        kommunen: z.array(kommune),
        roles: z.array(role),
      }),
    ]),
  ),
});
export type SignInWays = z.infer<typeof signInWays>;
export type SignInWay = SignInWays['ways'][number];

/** `POST /api/demo-sign-in`: who the person wants to be. */
export const demoSignIn = z.object({ version: z.number(), kommune: kommuneId, role });
export type DemoSignIn = z.infer<typeof demoSignIn>;

/** A token of the demo sign-in and the seconds that it lasts. */
export const demoToken = z.object({ version: z.number(), token: z.string(), seconds: z.int() });
export type DemoToken = z.infer<typeof demoToken>;
