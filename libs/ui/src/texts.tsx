import { createContext, useContext } from 'react';

/** The few words that shared components say themselves. The portal hands in those of its catalogue. */
export interface UiTexts {
  retry: string;
  cancel: string;
  confirm: string;
  close: string;
  undo: string;
  loading: string;
  loadMore: string;
  search: string;
  clear: string;
  clearFilters: string;
  somethingWrong: string;
  nothingHere: string;
  rows: (shown: number, total: number) => string;
  selectRow: (name: string) => string;
  selectAll: string;
  rowActions: string;
  sortBy: (column: string) => string;
  optional: string;
  today: string;
  openCalendar: string;
  previousMonth: string;
  nextMonth: string;
  dayPlaceholder: string;
  timePlaceholder: string;
  dayForm: string;
  timeForm: string;
  discardTitle: string;
  discard: string;
  keepWriting: string;
}

const chinese: UiTexts = {
  retry: '重试',
  cancel: '取消',
  confirm: '确定',
  close: '关闭',
  undo: '撤销',
  loading: '正在加载',
  loadMore: '加载更多',
  search: '搜索',
  clear: '清除',
  clearFilters: '清除筛选',
  somethingWrong: '没有加载成功',
  nothingHere: '暂无内容',
  rows: (shown, total) => `已显示 ${shown} / 共 ${total} 条`,
  selectRow: (name) => `选择 ${name}`,
  selectAll: '全选本页',
  rowActions: '操作',
  sortBy: (column) => `按${column}排序`,
  optional: '选填',
  today: '今天',
  openCalendar: '打开日历',
  previousMonth: '上个月',
  nextMonth: '下个月',
  dayPlaceholder: '年-月-日',
  timePlaceholder: '时:分',
  dayForm: '请按 2026-01-31 的样子填写日期',
  timeForm: '请按 08:30 的样子填写时间',
  discardTitle: '放弃已填写的内容？',
  discard: '放弃',
  keepWriting: '继续填写',
};

const Texts = createContext<UiTexts>(chinese);
export const UiTextsProvider = Texts.Provider;
export const useUiTexts = () => useContext(Texts);
