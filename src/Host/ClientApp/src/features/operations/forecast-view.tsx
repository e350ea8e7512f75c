import { Alert } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Forecast, NodeRef } from './process';

const names = (nodes: NodeRef[]): string => nodes.map((node) => node.name).join(', ');

/** What would happen, in words, before anybody decides. */
export const ForecastView = ({ forecast }: { forecast: Forecast }) => {
  const { t } = useTranslation();
  if (forecast.refused) {
    return <Alert type="warning" showIcon className="gap-below" title={t('operations:forecast.refused')} description={forecast.refused} />;
  }
  const lines = [
    forecast.leaves.length > 0 && t('operations:forecast.leaves', { nodes: names(forecast.leaves) }),
    forecast.opens.length > 0 && t('operations:forecast.opens', { nodes: names(forecast.opens) }),
    forecast.status === 'Finished' && t('operations:forecast.finishes'),
    ...forecast.incidents.map((reason) => t('operations:forecast.fails', { reason })),
  ].filter((line): line is string => typeof line === 'string');
  return (
    <Alert
      type={forecast.incidents.length > 0 ? 'warning' : 'info'}
      showIcon
      className="gap-below"
      title={t('operations:forecast.title')}
      description={
        <ul className="plain-list">
          {(lines.length > 0 ? lines : [t('operations:forecast.nothing')]).map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      }
    />
  );
};
