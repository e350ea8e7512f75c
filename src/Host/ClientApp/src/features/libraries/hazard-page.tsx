import { Descriptions } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { BackLink } from '@/ui/back-link';
import { dateTime } from '@/ui/format';
import { Page } from '@/ui/page';
import { Loaded } from '@/ui/state-views';
import { StateTag } from '@/ui/tags';
import { useCode } from '@/ui/use-text';
import { useHazard, type Hazard } from './hazard';

export const HazardPage = () => {
  const { id = '' } = useParams();
  const hazard = useHazard(id);
  return <Loaded of={hazard}>{(data) => <HazardBody hazard={data} />}</Loaded>;
};

const HazardBody = ({ hazard }: { hazard: Hazard }) => {
  const { t } = useTranslation();
  const code = useCode();
  return (
    <Page
      title={hazard.title}
      back={<BackLink fallback="/hazards" text={t('libraries:title')} />}
      tags={<StateTag list="hazardStatus" state={hazard.status} />}
      subtitle={<span className="mono">{hazard.number}</span>}
    >
      <section className="panel gap-below" aria-label={t('libraries:facts')}>
        <Descriptions
          column={{ xs: 1, md: 2 }}
          size="small"
          items={[
            { key: 'specialty', label: t('libraries:field.specialty'), children: code('specialty', hazard.specialty) },
            { key: 'cause', label: t('libraries:field.rootCause'), children: code('rootCause', hazard.rootCause) },
            {
              key: 'case',
              label: t('libraries:field.case'),
              children: hazard.caseId ? <Link to={`/cases/${hazard.caseId}`}>{hazard.caseNumber ?? hazard.caseId}</Link> : '—',
            },
            { key: 'created', label: t('libraries:field.createdAt'), children: dateTime(hazard.createdAt) },
          ]}
        />
      </section>
      {/* Markdown is rendered and sanitised by the server; nothing else ever reaches this element. */}
      <article className="panel prose" dangerouslySetInnerHTML={{ __html: hazard.bodyHtml }} />
    </Page>
  );
};
