import { Tag } from 'antd';
import { useTranslation } from 'react-i18next';
import { useCode, useText } from '@/ui/use-text';
import { withoutSameLines } from './same-lines';
import { namesOf, type ArrowChange, type ChangeKind, type Difference, type NodeChange } from './difference';

const colors: Record<ChangeKind, string> = { added: 'green', removed: 'red', changed: 'gold', moved: 'gold' };

/** Every change in words; inputs with the value before beside the value after. A chosen node shows its own only. */
export const DifferenceChanges = ({ difference, chosen }: { difference: Difference; chosen: string | undefined }) => {
  const { t } = useTranslation();
  const nodes = difference.nodes.filter((node) => !chosen || node.id === chosen || node.inside === chosen);
  const arrows = difference.arrows.filter((arrow) => !chosen || arrow.source === chosen || arrow.target === chosen);
  if (nodes.length === 0 && arrows.length === 0) {
    return <div className="muted">{t('definitions:difference.nodeSame')}</div>;
  }
  const names = namesOf(difference);
  return (
    <div className="changes">
      {nodes.map((node) => (
        <NodeChanges key={`${node.inside ?? ''}/${node.id}`} node={node} />
      ))}
      {arrows.length > 0 && (
        <ul className="change-arrows" aria-label={t('definitions:difference.arrows')}>
          {arrows.map((arrow) => (
            <ArrowLine key={`${arrow.source}/${arrow.port}/${arrow.target}/${arrow.kind}`} arrow={arrow} names={names} />
          ))}
        </ul>
      )}
    </div>
  );
};

const KindTag = ({ kind }: { kind: ChangeKind }) => {
  const { t } = useTranslation();
  return (
    <Tag variant="filled" color={colors[kind]}>
      {t(`definitions:difference.${kind}`)}
    </Tag>
  );
};

const NodeChanges = ({ node }: { node: NodeChange }) => {
  const { t } = useTranslation();
  const code = useCode();
  const text = useText();
  const labelOf = (input: NodeChange['inputs'][number]): string => text(input.label) || t(`definitions:property.${input.name}`, { defaultValue: input.name });
  return (
    <article className="change">
      <h3>
        {node.id === '' ? t('definitions:difference.lifecycle') : code('node', node.name)} <KindTag kind={node.kind} />
      </h3>
      {node.inputs.length > 0 && (
        <div className="change-inputs">
          <div className="change-head" aria-hidden="true">
            <span>{t('definitions:difference.input')}</span>
            <span>{t('definitions:difference.before')}</span>
            <span>{t('definitions:difference.after')}</span>
          </div>
          <dl>
            {node.inputs.map((input) => {
              const { before, after } = withoutSameLines(input.before, input.after);
              return (
                <div key={input.name} className="change-input">
                  <dt>{labelOf(input)}</dt>
                  <Value sign="−" tone="removed" name={t('definitions:difference.before')} value={before} />
                  <Value sign="+" tone="added" name={t('definitions:difference.after')} value={after} />
                </div>
              );
            })}
          </dl>
        </div>
      )}
    </article>
  );
};

const Value = ({ sign, tone, name, value }: { sign: string; tone: string; name: string; value: string | null }) => {
  const { t } = useTranslation();
  return (
    <dd className={`change-value change-${tone}`} aria-label={name}>
      <i aria-hidden="true">{sign}</i>
      {value === null || value === '' ? <span className="muted">{t('definitions:difference.nothing')}</span> : <pre>{value}</pre>}
    </dd>
  );
};

const ArrowLine = ({ arrow, names }: { arrow: ArrowChange; names: Map<string, string> }) => {
  const code = useCode();
  const nameOf = (id: string): string => code('node', names.get(id) ?? id);
  return (
    <li>
      <KindTag kind={arrow.kind} /> {nameOf(arrow.source)} — {code('outcome', arrow.port)} → {nameOf(arrow.target)}
    </li>
  );
};
