import { Link } from 'react-router';
import { stageKeys } from '@/api/types';
import { useCode } from '@/ui/use-text';

const taskStages: readonly string[] = ['monitor', 'task'];

/** How many stand on each of the seven stages; each row leads to them. */
export const StageFunnel = ({ stages }: { stages: { stage: string; count: number }[] }) => {
  const code = useCode();
  const counts = new Map(stages.map((one) => [one.stage, one.count]));
  const most = Math.max(1, ...counts.values());
  return (
    <ol className="funnel">
      {stageKeys.map((stage, index) => {
        const count = counts.get(stage) ?? 0;
        return (
          <li key={stage}>
            <Link to={taskStages.includes(stage) ? '/tasks' : `/cases?stage=${stage}`}>
              <span className="funnel-name">
                <span className="funnel-no">{index + 1}</span>
                {code('stage', stage)}
              </span>
              <span className="funnel-track">
                <span className="funnel-bar" style={{ width: `${(count / most) * 100}%` }} />
              </span>
              <span className="funnel-count">{count}</span>
            </Link>
          </li>
        );
      })}
    </ol>
  );
};
