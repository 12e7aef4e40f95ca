import { PageHeader } from '@gongjian/ui';

export default function TimelinePage() {
  return <PageHeader title="" />;
}
