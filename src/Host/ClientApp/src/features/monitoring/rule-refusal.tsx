import { Alert } from 'antd';
import { useTranslation } from 'react-i18next';
import { isProblem } from '@/api/problem';
import type { AnalysisFailure } from '@/api/analysis';
import { placeOf } from './sql-editor';

/** What a refused rule is told: the server's words, and where. */
export type Refusal = { text: string; position: number | null };

/** The refusal that an error or a failed test run carries, if it is one. */
export const refusalOf = (error: unknown): Refusal | undefined => {
  const rule = isProblem(error, 'theme-rule') ? (error.body.rule as { position?: number | null } | undefined) : undefined;
  return rule && isProblem(error) ? { text: error.detail, position: rule.position ?? null } : undefined;
};

export const refusalOfRun = (failure: AnalysisFailure | null | undefined): Refusal | undefined => (failure ? { text: failure.text, position: failure.position } : undefined);

export const RuleRefusal = ({ refusal, sql }: { refusal: Refusal; sql: string }) => {
  const { t } = useTranslation();
  const place = refusal.position === null ? undefined : placeOf(sql, refusal.position);
  return <Alert className="gap-below" type="error" showIcon title={refusal.text} {...(place ? { description: t('themelife:wrongAt', place) } : {})} />;
};
