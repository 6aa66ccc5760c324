export { WorkspaceAndSource0001 } from './0001-workspace-and-source.js';
export { Fact0002 } from './0002-fact.js';
export { Handoff0003 } from './0003-handoff.js';
export { ReportAndSignIn0004 } from './0004-report-and-sign-in.js';
export { ReportOwedFrom0005 } from './0005-report-owed-from.js';
export { SweepAndCancel0006 } from './0006-sweep-and-cancel.js';
export { HandMatch0007 } from './0007-hand-match.js';
export { MappingVersion0008 } from './0008-mapping-version.js';
