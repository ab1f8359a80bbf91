import type { Kommune, KommuneId, Role } from '../../contract/identity.ts';

/** A Kommune of the Verbund. */
export interface VerbundKommune extends Kommune {
  /** For sharing costs by inhabitants. */
  inhabitants: number;
  /** Its Fachbereiche, where they were named: then a token can name no other. */
  departments: readonly string[];
}

/** Where a value stands in a token: the names on the way to it, for example `realm_access`, `roles`. */
export type ClaimPath = readonly [string, ...string[]];

/** What the values of a claim (a text or a list of texts) stand for. */
export interface ClaimMap<T> {
  claim: ClaimPath;
  values: ReadonlyMap<string, T>;
}

/** How the Kommune of a person is told: all of them belong to one, or a claim or group says it. */
export type Belonging = { by: 'issuer'; kommune: KommuneId } | ({ by: 'claim' } & ClaimMap<KommuneId>);

/**
 * Which roles those who administer accounts there may give: the ones within a Kommune, or that of the Verbund too.
 * Without it any Kommune's administrator could name an administrator of all the others.
 */
export type Grants = 'kommune' | 'verbund';

export type TokenAlgorithm = 'RS256' | 'PS256' | 'ES256';

interface CommonIssuer {
  /** What the button says, for example `Microsoft 365`. */
  label: string;
  /** The application that the pane signs in with. */
  clientId: string;
  /** Exactly what `aud` must name. */
  audience: string;
  /** Applications whose tokens count; `any` where the issuer does not name them in its tokens. */
  clients: readonly string[] | 'any';
  algorithms: readonly TokenAlgorithm[];
  roles: readonly ClaimMap<Role>[];
  /** Where the Fachbereich stands; null where no claim tells it. */
  department: ClaimPath | null;
}

/** A tenant of Entra ID whose people may sign in. */
export interface EntraTenant {
  /** Directory id, lower case. */
  id: string;
  belonging: Belonging;
  grants: Grants;
}

export type EntraVersion = 'v1' | 'v2';

/** How our application proves itself to Entra ID when it asks Graph on behalf of a person. */
export type EntraCredential =
  { kind: 'secret'; file: string } | { kind: 'certificate'; certificateFile: string; keyFile: string };

export interface EntraIssuer extends CommonIssuer {
  kind: 'entra';
  /** Origin of the sign-in service; another one in national clouds only. */
  authority: string;
  /** Origin of Microsoft Graph. */
  graph: string;
  tenants: readonly [EntraTenant, ...EntraTenant[]];
  /** Name of our scope, as `scp` holds it. */
  scope: string;
  /** Address of our API, before the scope's name when the pane asks for it. */
  appIdUri: string;
  versions: readonly EntraVersion[];
  guests: 'refused' | 'allowed';
  /** Null where nobody's mailbox is read. */
  credential: EntraCredential | null;
}

export interface OidcIssuer extends CommonIssuer {
  kind: 'oidc';
  /** Exactly what `iss` must be. */
  issuer: string;
  /** Where the issuer's keys are; null where its discovery document says so. */
  jwksUri: string | null;
  /** A scope that the token must hold; null where none is asked for. */
  scope: string | null;
  belonging: Belonging;
  grants: Grants;
}

export type Issuer = EntraIssuer | OidcIssuer;

export type SignIn = { kind: 'demo' } | { kind: 'issuers'; issuers: readonly [Issuer, ...Issuer[]] };

/** The Kommunen that share this installation, and how their people sign in. */
export interface Verbund {
  kommunen: readonly [VerbundKommune, ...VerbundKommune[]];
  signIn: SignIn;
}

const member = (id: KommuneId, name: string, inhabitants: number): VerbundKommune => ({
  id,
  name,
  inhabitants,
  departments: [],
});

/**
 * The KI-Verbund Westpfalz with the demo sign-in: what holds without a file. Inhabitants are rounded to thousands; the
 * three Verbandsgemeinden lie within the Landkreis Kusel.
 */
export const westpfalz: Verbund = {
  kommunen: [
    member('lk-kusel', 'Landkreis Kusel', 71_000),
    member('lk-kaiserslautern', 'Landkreis Kaiserslautern', 107_000),
    member('donnersbergkreis', 'Donnersbergkreis', 76_000),
    member('vg-oberes-glantal', 'Verbandsgemeinde Oberes Glantal', 29_000),
    member('vg-kusel-altenglan', 'Verbandsgemeinde Kusel-Altenglan', 25_000),
    member('vg-lauterecken-wolfstein', 'Verbandsgemeinde Lauterecken-Wolfstein', 17_000),
  ],
  signIn: { kind: 'demo' },
};
