import { PageHeader } from '@gongjian/ui';

export default function BookingsPage() {
  return <PageHeader title="" />;
}
