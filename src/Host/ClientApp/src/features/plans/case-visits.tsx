import { Button, Tag } from 'antd';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { http } from '@/api/http';
import { amount } from '@/ui/format';
import { EmptyView, Loaded } from '@/ui/state-views';
import { useCode } from '@/ui/use-text';
import type { Member } from './scheme';

type Item = { itemId: number; caseId: number; caseNumber: string; themeName: string; objKey: string; consNo: string; metric: number; limitValue: number; conclusion: string | null; mine: boolean };
type Visit = { id: number; kind: string; placeKey: string; placeName: string; doneAt: string | null; objects: number; orders: number; items: Item[] };

/** The trips that an order needs, each with everything else to be done there: one visit solves all. Prints as a sheet to take along. */
export const CaseVisits = ({ caseId }: { caseId: number }) => {
  const { t } = useTranslation();
  const found = useQuery({ queryKey: ['case', String(caseId), 'visits'], queryFn: () => http.get<{ visits: Visit[]; waiting: number; team: Member[] }>(`/api/cases/${caseId}/visits`) });
  return (
    <Loaded of={found}>
      {({ visits, waiting, team }) => (
        <section className="print-sheet" aria-label={t('plans:visit.title')}>
          {visits.length > 0 && (
            <div className="panel-head no-print">
              <span className="muted">{t('plans:visit.hint')}</span>
              <Button onClick={() => window.print()}>{t('plans:print')}</Button>
            </div>
          )}
          {visits.length > 0 && <SheetHead team={team} />}
          {visits.map((visit) => (
            <VisitPanel key={visit.id} visit={visit} />
          ))}
          {visits.length > 0 && <SheetFoot />}
          {visits.length === 0 && (
            <div className="panel">
              <EmptyView text={t('plans:visit.none')} hint={t('plans:visit.noneHint')} />
            </div>
          )}
          {visits.length > 0 && waiting > 0 && <p className="muted">{t('plans:visit.waiting', { count: waiting })}</p>}
        </section>
      )}
    </Loaded>
  );
};

/** Who goes, where the order carries out a scheme; on paper under the name of the sheet. */
const SheetHead = ({ team }: { team: Member[] }) => {
  const { t } = useTranslation();
  const code = useCode();
  return (
    <>
      <h2 className="print-only">{t('plans:visit.sheet')}</h2>
      {team.length > 0 && (
        <p className="visit-team">
          <strong>{t('plans:team.title')}</strong>
          {team.map((member) => (
            <span key={member.accountId}>
              <span className="muted">{code('memberRole', member.role)}</span> {member.name}
            </span>
          ))}
        </p>
      )}
    </>
  );
};

/** Nobody inspects alone, and the customer says that somebody was there. */
const SheetFoot = () => {
  const { t } = useTranslation();
  return (
    <div className="print-only visit-signatures">
      {['first', 'second', 'customer', 'date'].map((line) => (
        <span key={line}>{t(`plans:visit.sign.${line}`)}</span>
      ))}
    </div>
  );
};

const VisitPanel = ({ visit }: { visit: Visit }) => {
  const { t } = useTranslation();
  const code = useCode();
  return (
    <article className="panel gap-below">
      <div className="panel-head">
        <h3 className="visit-place">
          {code('visitKind', visit.kind)} {visit.placeName || <span className="mono">{visit.placeKey}</span>}
        </h3>
        <span className="panel-tags">
          <span className="muted">{t('plans:visit.counts', { objects: visit.objects, items: visit.items.length, orders: visit.orders })}</span>
          {visit.doneAt && <Tag variant="filled" color="green">{t('plans:visit.done')}</Tag>}
        </span>
      </div>
      <ul className="visit-items">
        {visit.items.map((item) => (
          <li key={item.itemId}>
            <span className="visit-box" aria-hidden />
            <span>
              <span className="mono">{item.objKey}</span>
              {item.consNo && item.consNo !== item.objKey && <span className="muted"> {t('plans:visit.customer', { cons: item.consNo })}</span>}
              <span> · {item.themeName}</span>
              <span className="muted">
                {' '}
                {amount(item.metric)} / {amount(item.limitValue)}
              </span>
            </span>
            <span className="print-only visit-finding">{t('plans:visit.finding')}</span>
            <span className="visit-order">
              {item.conclusion && <Tag variant="filled">{code('conclusion', item.conclusion)}</Tag>}
              {item.mine ? (
                <>
                  <span className="muted no-print">{t('plans:visit.mine')}</span>
                  <span className="mono print-only">{item.caseNumber}</span>
                </>
              ) : (
                <Link to={`/cases/${item.caseId}`} className="mono">
                  {item.caseNumber}
                </Link>
              )}
            </span>
          </li>
        ))}
      </ul>
    </article>
  );
};
