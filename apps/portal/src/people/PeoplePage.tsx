import { PageHeader } from '@gongjian/ui';

export default function PeoplePage() {
  return <PageHeader title="" />;
}
