import type { Confidence, Cost, RuleId, Severity, Verdict } from '../model/finding.ts';

/**
 * What client and server say to each other beside the Language Server Protocol. Requests go from the client to the
 * server, notifications from the server to the client. All of it is plain JSON.
 */
export const methods = {
  /** `AuditParams` → `AuditResult`. Reports its progress on the work-done token; may be cancelled. */
  audit: 'loopwise/audit',
  /** `FileParams` → `AuditResult` of that file alone. */
  auditFile: 'loopwise/auditFile',
  /** `FindingsParams` → `FindingsResult`: what is known now, without waiting for anything. */
  findings: 'loopwise/findings',
  /** `ExportParams` → `ExportResult`. */
  exportReport: 'loopwise/exportReport',
  /** Notification with `StatusParams`, whenever one of them changes. */
  status: 'loopwise/status',
  /** Notification without parameters: `findings` would answer otherwise than before. */
  findingsChanged: 'loopwise/findingsChanged',
} as const;

/** Commands that the server runs (`workspace/executeCommand`); clients need not know what they do. */
export const serverCommands = {
  /** Opens the page of a rule in a browser: `[rule]`. */
  openRule: 'loopwise.openRule',
  /** Shows a place in an editor: `[uri, range]`. */
  showPlace: 'loopwise.showPlace',
} as const;

/** Commands that some clients have, for links of the server: it names them only to clients that say they do. */
export const clientCommands = {
  /** Shows what fits a function: `[AdviseParams]`. */
  showAdvice: 'loopwise.showAdvice',
} as const;

/** What a client may say at `initialize`. */
export interface InitializationOptions {
  /** Settings for clients that cannot be asked for their configuration. */
  readonly settings?: unknown;
  /** Commands that links in hovers may name: the client runs them when they are clicked. */
  readonly trustedCommands?: readonly string[];
  /** What it shows as a hover has the diagnostic at that place on top, with its related information. */
  readonly showsDiagnosticsInHovers?: boolean;
  /** Where facts are kept, instead of below `node_modules/.cache`. */
  readonly cacheFolder?: string;
  /** The parser; by default the fastest that loads. */
  readonly engine?: 'oxc' | 'typescript';
  /** The client takes the notifications `status` and `findingsChanged`. */
  readonly status?: boolean;
  /** Milliseconds without another edit before an edited file is analysed. */
  readonly delay?: number;
}

/** As the Language Server Protocol has it: zero-based, in UTF-16 code units, end exclusive. */
export interface RangeView {
  readonly start: { readonly line: number; readonly character: number };
  readonly end: { readonly line: number; readonly character: number };
}

/** A call on the way to the blocking operation. */
export interface StepView {
  readonly uri: string;
  readonly range: RangeView;
  /** The function that it is written in. */
  readonly caller: string;
  readonly call: string;
}

/** A finding as lists and trees show it. */
export interface FindingView {
  /** Stable under edits elsewhere in the file. */
  readonly id: string;
  readonly rule: RuleId;
  readonly severity: Severity;
  readonly confidence: Confidence;
  readonly verdict: Verdict;
  readonly uri: string;
  /** URI of the workspace folder, and the path in it. */
  readonly folder: string;
  readonly path: string;
  readonly range: RangeView;
  /** One sentence. */
  readonly message: string;
  readonly entry: { readonly name: string; readonly role: string; readonly uri: string; readonly range: RangeView };
  readonly operation: {
    readonly name: string;
    readonly does: string;
    readonly work: string;
    readonly cost: Cost;
    readonly instead?: string;
  };
  /** From the finding's place down to the operation. */
  readonly steps: readonly StepView[];
  /** Set when a directive in the source suppresses it. */
  readonly suppressed?: { readonly reason: string };
}

export interface FileParams {
  readonly uri: string;
}

export interface AuditParams {
  /** URIs of workspace folders; all by default. */
  readonly folders?: readonly string[];
  /** Where the progress is reported. */
  readonly workDoneToken?: string | number;
}

export interface AuditResult {
  /** Sorted by folder, file and place; suppressed ones are included and marked. */
  readonly findings: readonly FindingView[];
  readonly folders: readonly FolderAudit[];
}

export interface FolderAudit {
  readonly uri: string;
  readonly name: string;
  readonly analysedFiles: number;
  readonly skipped: readonly { readonly path: string; readonly reason: string }[];
  readonly warnings: readonly string[];
}

export interface FindingsParams {
  /** One file only. */
  readonly uri?: string;
}

export interface FindingsResult {
  /** Whether all files of the workspace have been looked at. */
  readonly complete: boolean;
  readonly findings: readonly FindingView[];
}

export const exportFormats = ['html', 'sarif', 'markdown', 'json'] as const;
export type ExportFormat = (typeof exportFormats)[number];

export interface ExportParams {
  readonly format: ExportFormat;
  /** URI of a workspace folder; all by default, a report for each. */
  readonly folder?: string;
}

export interface ExportResult {
  readonly reports: readonly {
    readonly folder: string;
    /** What the file might be called: `loopwise-report.html`. */
    readonly fileName: string;
    readonly text: string;
  }[];
}

export type Counts = Readonly<Record<Severity, number>>;

export interface StatusParams {
  /** `starting`: files are looked for. `indexing`: they are read. `ready`: answers are final. */
  readonly state: 'starting' | 'indexing' | 'ready' | 'disabled' | 'error';
  /** What is wrong, for `error`: a mistake in the config file, for example. */
  readonly message?: string;
  /** Files read so far, while `indexing`. */
  readonly progress?: { readonly done: number; readonly total: number };
  /** Findings that are not suppressed in each open document, by URI; null for one that is not analysed. */
  readonly documents: Readonly<Record<string, Counts | null>>;
}

/** What `data` of a published diagnostic holds. */
export interface DiagnosticData {
  readonly kind: 'finding' | 'unused-directive';
  /** The finding's fingerprint. */
  readonly id: string;
  readonly rule?: RuleId;
}
