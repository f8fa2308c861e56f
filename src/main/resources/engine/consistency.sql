-- What must never be found, whatever happened before: each row names a rule that is broken and the row that breaks it.
select 'instance without a wait state' as rule, e.id_ as found from act_ru_execution e
 where e.parent_id_ is null
   and not exists (select 1 from act_ru_task t where t.proc_inst_id_ = e.id_)
   and not exists (select 1 from act_ru_job j where j.process_instance_id_ = e.id_)
   and not exists (select 1 from act_ru_event_subscr s where s.proc_inst_id_ = e.id_)
   and not exists (select 1 from act_ru_execution called join act_ru_execution caller on caller.id_ = called.super_exec_ where caller.proc_inst_id_ = e.id_)
union all
select 'task without a candidate', t.id_ from act_ru_task t
 where t.assignee_ is null
   and not exists (select 1 from act_ru_identitylink l where l.task_id_ = t.id_ and l.type_ = 'candidate' and (l.group_id_ is not null or l.user_id_ is not null))
union all
select 'task without its execution', t.id_ from act_ru_task t
 where not exists (select 1 from act_ru_execution e where e.id_ = t.execution_id_)
union all
select 'task without a dossier', t.id_ from act_ru_task t
 where not exists (select 1 from act_ru_execution e where e.id_ = t.proc_inst_id_ and e.business_key_ like '%:%')
union all
select 'job without its execution', j.id_ from act_ru_job j
 where (j.execution_id_ is not null and not exists (select 1 from act_ru_execution e where e.id_ = j.execution_id_))
    or (j.process_instance_id_ is not null and j.execution_id_ is null)
union all
select 'job without retries', j.id_ from act_ru_job j where j.retries_ <= 0
union all
select 'message awaited by nobody', s.id_ from act_ru_event_subscr s
 where s.execution_id_ is not null and not exists (select 1 from act_ru_execution e where e.id_ = s.execution_id_)
union all
select 'ended instance with open tasks in its history', t.id_ from act_hi_taskinst t
  join act_hi_procinst p on p.id_ = t.proc_inst_id_ where p.end_time_ is not null and t.end_time_ is null
union all
select 'open task without its history', t.id_ from act_ru_task t
 where not exists (select 1 from act_hi_taskinst h where h.id_ = t.id_ and h.end_time_ is null)
