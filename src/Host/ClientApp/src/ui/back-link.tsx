import { LeftOutlined } from '@ant-design/icons';
import { Link, useLocation } from 'react-router';

/** Back to the list one came from, with its filters; to the plain list when the page was opened by its address. */
export const BackLink = ({ fallback, text }: { fallback: string; text: string }) => {
  const from = (useLocation().state as { from?: string } | null)?.from;
  return (
    <Link to={from ?? fallback} className="back-link">
      <LeftOutlined aria-hidden="true" /> {text}
    </Link>
  );
};
