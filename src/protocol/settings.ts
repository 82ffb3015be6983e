import { ruleIds, severities, type RuleId, type Severity } from '../model/finding.ts';

/** `default`: what the config file or the rule says. */
export type RuleSetting = Severity | 'off' | 'default';

/** What users set in their editor, below `loopwise`. The config file of a project holds for all its users; this is one's own. */
export interface Settings {
  readonly enable: boolean;
  /** When an edited file is analysed again. */
  readonly run: 'onType' | 'onSave';
  /** The severity of each rule's findings. Anything but `default` wins over the config file. */
  readonly rules: Readonly<Record<RuleId, RuleSetting>>;
  /** True wins over the config file. */
  readonly includeTests: boolean;
  readonly includeTooling: boolean;
  /** Patterns in the syntax of `.gitignore`, beside those of the config file. */
  readonly exclude: readonly string[];
  /** Catalog files by their path, or catalog data, beside those of the config file. */
  readonly catalog: readonly (string | object)[];
  /** Canonical names of APIs, beside those of the config file. */
  readonly blocking: readonly string[];
  readonly nonblocking: readonly string[];
  readonly diagnostics: {
    /** `workspace`: files that are not open are reported, too. */
    readonly scope: 'openFiles' | 'workspace';
  };
  readonly codeLens: { readonly enable: boolean };
  /** Read by clients: what of the traffic is written to the output. */
  readonly trace: { readonly server: 'off' | 'messages' | 'verbose' };
}

/** The section under which clients keep the settings. */
export const settingsSection = 'loopwise';

export const ruleSettings: readonly RuleSetting[] = ['default', ...severities, 'off'];

export const defaultSettings: Settings = {
  enable: true,
  run: 'onType',
  rules: Object.fromEntries(ruleIds.map((id) => [id, 'default'])) as Record<RuleId, RuleSetting>,
  includeTests: false,
  includeTooling: false,
  exclude: [],
  catalog: [],
  blocking: [],
  nonblocking: [],
  diagnostics: { scope: 'openFiles' },
  codeLens: { enable: false },
  trace: { server: 'off' },
};

/** What a client sent, with the default for everything that is missing or is not what it should be. */
export function readSettings(value: unknown): Settings {
  const given = recordOf(value);
  const rules = recordOf(given['rules']);
  const fallback = defaultSettings;
  return {
    enable: oneOf([true, false], given['enable'], fallback.enable),
    run: oneOf(['onType', 'onSave'], given['run'], fallback.run),
    rules: Object.fromEntries(
      ruleIds.map((id) => [id, oneOf(ruleSettings, rules[id], 'default')]),
    ) as Settings['rules'],
    includeTests: oneOf([true, false], given['includeTests'], fallback.includeTests),
    includeTooling: oneOf([true, false], given['includeTooling'], fallback.includeTooling),
    exclude: texts(given['exclude']),
    catalog: listOf(given['catalog']).filter(
      (entry): entry is string | object => typeof entry === 'string' || isRecord(entry),
    ),
    blocking: texts(given['blocking']),
    nonblocking: texts(given['nonblocking']),
    diagnostics: {
      scope: oneOf(['openFiles', 'workspace'], recordOf(given['diagnostics'])['scope'], fallback.diagnostics.scope),
    },
    codeLens: { enable: oneOf([true, false], recordOf(given['codeLens'])['enable'], fallback.codeLens.enable) },
    trace: {
      server: oneOf(['off', 'messages', 'verbose'], recordOf(given['trace'])['server'], fallback.trace.server),
    },
  };
}

function oneOf<T>(allowed: readonly T[], value: unknown, fallback: T): T {
  return allowed.find((one) => one === value) ?? fallback;
}

function texts(value: unknown): string[] {
  return listOf(value).filter((entry): entry is string => typeof entry === 'string' && entry !== '');
}

function listOf(value: unknown): unknown[] {
  return Array.isArray(value) ? (value as unknown[]) : [];
}

function recordOf(value: unknown): Readonly<Record<string, unknown>> {
  return isRecord(value) ? value : {};
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
