import type { components } from './schema.gen.js';

/** The server's shapes under the names the pages use. */
type Shapes = components['schemas'];

export type Measure = Shapes['Measure'];
export type KpiAnswer = Shapes['KpiAnswer'];
export type KpiAnswers = Shapes['KpiAnswers'];
export type OneKpiAnswer = Shapes['OneKpiAnswer'];
export type Kpi = Shapes['Kpi'];
export type TrendPoint = Shapes['TrendPoint'];
export type Group = Shapes['Group'];
export type Scope = Shapes['Scope'];
export type HandoffList = Shapes['HandoffList'];
export type HandoffAnswer = Shapes['HandoffAnswer'];
export type ClockReading = Shapes['ClockReading'];
export type TimelineEvent = Shapes['TimelineEvent'];
export type RiskAnswer = Shapes['RiskAnswer'];
export type RiskItem = RiskAnswer['items'][number];
export type OneRiskAnswer = Shapes['OneRiskAnswer'];
export type RiskChance = Shapes['RiskChance'];
export type RiskReason = Shapes['RiskReason'];
export type RiskModel = Shapes['RiskModel'];
export type Report = Shapes['Report'];
export type MailParts = Shapes['MailParts'];
export type Mail = Shapes['Mail'];
export type Source = Shapes['SourceStanding'];
export type StreamStanding = Shapes['StreamStanding'];
export type SourceKind = Shapes['SourceKinds']['kinds'][number];
export type SourceSettings = Shapes['SourceSettings'];
export type MappingAnswer = Shapes['MappingAnswer'];
export type MappingPreview = Shapes['MappingPreview'];
export type DefinitionAnswer = Shapes['DefinitionAnswer'];
export type Definition = DefinitionAnswer['definition'];
export type DefinitionPreview = Shapes['DefinitionPreview'];
export type UnmatchedList = Shapes['UnmatchedList'];
export type Unmatched = UnmatchedList['unmatched'][number];
export type Placement = Shapes['Placements']['placements'][number];
export type ImportedFile = Shapes['ImportPreview']['files'][number];
