import { PageHeader } from '@gongjian/ui';

export default function MembersPage() {
  return <PageHeader title="" />;
}
