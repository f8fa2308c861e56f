-- What a merged unit left is seen from the unit it went on as (UnitRows.succession); units merged before this release, too.
insert into unit_closure (ancestor_id, descendant_id, depth)
select p.ancestor_id, s.predecessor_id, min(p.depth) + 1
from unit_succession s join unit_closure p on p.descendant_id = s.successor_id
where not exists (select 1 from unit_closure k where k.ancestor_id = p.ancestor_id and k.descendant_id = s.predecessor_id)
group by p.ancestor_id, s.predecessor_id;
