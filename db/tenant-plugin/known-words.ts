/** Functions that read no table, run no text and change no setting. */
export const KNOWN_FUNCTIONS: ReadonlySet<string> = new Set([
  'abs', 'any', 'array_agg', 'array_length', 'avg', 'ceil', 'clock_timestamp', 'coalesce', 'concat', 'count', 'cume_dist', 'date_part',
  'date_trunc', 'dense_rank', 'exists', 'extract', 'first_value', 'floor', 'greatest', 'json_agg', 'json_build_object', 'jsonb_agg',
  'jsonb_array_length', 'jsonb_build_object', 'jsonb_object_agg', 'lag', 'last_value', 'lead', 'least', 'left', 'length', 'lower',
  'make_interval', 'max', 'min', 'mod', 'ntile', 'nullif', 'now', 'percent_rank', 'percentile_cont', 'percentile_disc', 'pg_notify', 'position',
  'power', 'rank', 'replace', 'right', 'round', 'row_number', 'starts_with', 'string_agg', 'substring', 'sum', 'to_char', 'to_json', 'to_jsonb',
  'trim', 'trunc', 'unnest', 'upper',
]);

/** Words of expressions. None can introduce a table, a statement or a setting: FROM, JOIN, SELECT, INTO, USING, SET and their like are absent. */
export const KNOWN_WORDS: ReadonlySet<string> = new Set([
  'all', 'and', 'array', 'as', 'asc', 'at', 'between', 'bigint', 'boolean', 'by', 'case', 'date', 'day', 'days', 'desc', 'distinct', 'else', 'end',
  'epoch', 'false', 'filter', 'first', 'following', 'hour', 'hours', 'ilike', 'in', 'int', 'integer', 'interval', 'is', 'json', 'jsonb', 'last',
  'like', 'mins', 'minute', 'minutes', 'month', 'months', 'not', 'null', 'nulls', 'numeric', 'or', 'order', 'over', 'partition', 'preceding', 'range',
  'row', 'rows', 'second', 'seconds', 'secs', 'text', 'then', 'time', 'timestamptz', 'true', 'unbounded', 'uuid', 'when', 'where', 'within', 'group',
  'year', 'years', 'zone', 'current',
]);
