-- Conflicts and required actions, written a second time from the contract alone (sections 5 and 6) as joins and
-- CASE. Nothing of the product is read: the table of section 6 is entered here afresh. Input tables: see
-- body_facts.py. Every key begins with body, meeting; items are numbered from 1 in the order of the agenda.
--
-- Where the contract leaves a choice, this is how it is read here:
--   * `shared`: of a practice one is partner in, works for, owns, directs or holds shares in (or whose relative does):
--     its patients, volunteers and landlord do not share in what practices share. `neighbour`: the landlord too.
--   * A relative's practice leads to a provider as one's own does; the row is that of the relationship. A landlord or
--     patient of the practice has no "own practice" that leads anywhere.
--   * Whoever is paid by, directs or holds part of an owner of the party holds in the party. A landlord company too.
--   * The practice of body.yaml and a register row of the same practice are one interest, with the row's dates.
--   * "Within six months before": the meeting is not after the day six months on from the end.

-- Section 3: actions, weakest to strongest.
CREATE TABLE action AS FROM (VALUES
    (0, 'none'), (1, 'note'), (2, 'stay_no_vote'), (3, 'discuss_then_leave'), (4, 'leave'), (5, 'leave_no_papers'),
    (6, 'not_attend')) AS t(strength, name);

-- Section 6: the table. `closed` NULL is "-": closing changes nothing. `discussion`: the same as for a decision?
CREATE TABLE presumption AS FROM (VALUES
    ('own',                'leave',              'leave',              'leave',              'leave_no_papers',    true),
    ('through_practice',   'leave',              'leave',              'leave',              'leave',              true),
    ('other_person',       'discuss_then_leave', 'discuss_then_leave', 'discuss_then_leave', 'leave',              true),
    ('duty',               'leave',              'leave',              'leave',              'leave',              true),
    ('other_role',         'discuss_then_leave', 'discuss_then_leave', 'discuss_then_leave', 'discuss_then_leave', true),
    ('patient',            'note',               'note',               'note',               'note',               true),
    ('neighbour_zero_sum', 'leave',              'leave',              'leave',              'leave',              false),
    ('neighbour',          'discuss_then_leave', 'discuss_then_leave', 'discuss_then_leave', 'leave',              false),
    ('shared_all',         'note',               'stay_no_vote',       'leave',              NULL,                 false),
    ('shared_some',        'discuss_then_leave', 'discuss_then_leave', 'leave',              NULL,                 false),
    ('shared_light',       'note',               'note',               'note',               NULL,                 false),
    ('personal',           'leave',              'leave',              'leave',              'leave',              true)
) AS t(line, under_note, under_no_vote, under_leave, when_closed, discussion);

-- Section 6: the policy where the body states none; which items are closed; which are zero-sum.
CREATE VIEW asked AS
SELECT i.*, m.day, m.held,
    coalesce(m.policy, CASE WHEN m.day < DATE '2014-12-18' THEN 'leave' ELSE 'no_vote' END) AS policy,
    i.type IN ('C01', 'C03', 'C25', 'C26')
        OR (i.type IN ('C12', 'C18', 'C19', 'C22', 'C23') AND i.act)
        OR (i.type IN ('C15', 'C16') AND i.scope = 'named_practice')
        OR i.private AS closed,
    i.type IN ('C01', 'C08', 'C09', 'C10', 'C11', 'C12') AS zero_sum,
    i.type IN ('C21', 'C24', 'C28') AND NOT i.pays AS pays_nobody,
    count(*) OVER (PARTITION BY i.body, i.meeting) = 1 AS sole
FROM item i JOIN meeting m USING (body, meeting);

-- Section 5: members in office that day, both days included.
CREATE VIEW seated AS
SELECT m.body, m.meeting, s.person, s.role, s.voting, s.chair, s.vice_chair, s.practice
FROM meeting m JOIN seat s USING (body)
WHERE coalesce(s.begins <= m.day, true) AND coalesce(s.ends >= m.day, true);

-- Who is there: expected less apologies beforehand, else as the minutes tell; a deputy takes role and vote.
CREATE VIEW roll AS
SELECT s.body, s.meeting, s.person, s.role, s.voting, true AS member, 1 AS first_item, 99 AS last_item
FROM seated s JOIN meeting m USING (body, meeting)
WHERE NOT m.held AND NOT EXISTS (FROM attendance a WHERE a.body = s.body AND a.meeting = s.meeting
                                 AND a.person = s.person AND a.status = 'apologies')
UNION ALL
SELECT a.body, a.meeting, a.person, s.role, coalesce(s.voting, false), s.person IS NOT NULL,
    coalesce(a.first_item, 1), coalesce(a.last_item, 99)
FROM attendance a JOIN meeting m USING (body, meeting)
LEFT JOIN seated s ON s.body = a.body AND s.meeting = a.meeting AND s.person = coalesce(a.deputising_for, a.person)
WHERE a.status = 'present' AND (m.held OR a.deputising_for IS NOT NULL)
   OR a.status = 'in_attendance' AND m.held;

CREATE VIEW here AS
SELECT i.body, i.meeting, i.item, r.person, r.role, r.voting, r.member
FROM item i JOIN roll r USING (body, meeting) WHERE i.item BETWEEN r.first_item AND r.last_item;

-- Interests on the day of each meeting: rows of the register, the practice and the owners that body.yaml states.
-- A practice that a row of the register already makes the member's own is one interest, not two.
CREATE VIEW on_the_day AS
SELECT m.body, m.meeting, m.day, n.person, 'row ' || n.interest AS source, n.org, n.tie, n.relationship, n.financial,
    n.percent,
    CASE WHEN n.begins > m.day THEN 'not yet'
         WHEN n.ends >= m.day OR n.ends IS NULL THEN 'held'
         WHEN m.day <= n.ends + INTERVAL 6 MONTH THEN 'recent'
         ELSE 'long ended' END AS standing
FROM meeting m JOIN interest n USING (body);

CREATE VIEW holding AS
SELECT * FROM on_the_day WHERE standing IN ('held', 'recent')
UNION ALL
SELECT s.body, s.meeting, m.day, s.person, 'seat', s.practice, 'partner', 'self', true, NULL, 'held'
FROM seated s JOIN meeting m USING (body, meeting)
WHERE s.practice IS NOT NULL AND NOT EXISTS (
    FROM on_the_day d WHERE d.body = s.body AND d.meeting = s.meeting AND d.person = s.person AND d.org = s.practice
    AND d.relationship = 'self' AND d.tie IN ('partner', 'employee', 'owner', 'director', 'shareholder'))
UNION ALL
SELECT m.body, m.meeting, m.day, o.person, 'owner', o.org, 'owner', 'self', true, NULL, 'held'
FROM meeting m JOIN owner o USING (body)
WHERE NOT EXISTS (
    FROM on_the_day d WHERE d.body = o.body AND d.meeting = m.meeting AND d.person = o.person AND d.org = o.org
    AND d.relationship = 'self' AND d.tie IN ('owner', 'shareholder'));

-- Members and part-owners of an organisation, at any remove. A PCN's members are another matter (below).
CREATE TABLE reaches AS
WITH RECURSIVE up AS (
    SELECT body, child, parent FROM belongs
    UNION
    SELECT up.body, up.child, b.parent FROM up JOIN belongs b ON b.body = up.body AND b.child = up.parent
)
SELECT up.* FROM up JOIN organisation o ON o.body = up.body AND o.org = up.parent WHERE o.kind <> 'pcn';

-- Whose practice it is, and who holds part of an organisation or is paid by it.
CREATE VIEW of_practice AS
SELECT h.*, o.commissioned FROM holding h JOIN organisation o ON o.body = h.body AND o.org = h.org
WHERE o.kind = 'practice' AND h.tie IN ('partner', 'employee', 'owner', 'director', 'shareholder');

CREATE VIEW with_stake AS
SELECT h.* FROM holding h JOIN organisation o ON o.body = h.body AND o.org = h.org
WHERE o.kind <> 'practice' AND h.tie NOT IN ('trustee', 'role', 'member');

-- Links. `line` names the row of the table of section 6.
CREATE TABLE link AS
WITH direct AS (   -- the party itself, the owner of its premises, and whatever owns it or is a member of it
    SELECT p.body, p.meeting, p.item, p.org AS party, p.ask, p.org AS touched FROM party p
    UNION ALL
    SELECT p.body, p.meeting, p.item, p.org, p.ask, o.premises_owner FROM party p
    JOIN organisation o ON o.body = p.body AND o.org = p.org WHERE o.premises_owner IS NOT NULL
    UNION ALL
    SELECT p.body, p.meeting, p.item, p.org, p.ask, r.child FROM party p
    JOIN reaches r ON r.body = p.body AND r.parent = p.org
), found AS (
    SELECT a.body, a.meeting, a.item, h.person, h.source, h.org, h.standing, d.ask,
        CASE o.kind WHEN 'practice' THEN 'named_party' ELSE 'provider_party' END AS kind,
        CASE WHEN h.financial AND h.relationship IN ('self', 'spouse') THEN 'own'
             WHEN h.financial THEN 'other_person'
             WHEN h.tie IN ('trustee', 'director') THEN 'duty'
             WHEN h.tie = 'member' THEN 'patient'
             ELSE 'other_role' END AS line,
        h.tie = 'shareholder' AND coalesce(h.percent <= 5, false) AND h.day < DATE '2016-06-28' AS small_share
    FROM asked a JOIN direct d USING (body, meeting, item)
    JOIN holding h ON h.body = a.body AND h.meeting = a.meeting AND h.org = d.touched
    JOIN organisation o ON o.body = d.body AND o.org = d.party
    WHERE d.touched = d.party OR (h.body, h.meeting, h.person, h.source) IN (
        SELECT (body, meeting, person, source) FROM with_stake)
    UNION ALL      -- a provider that the own practice is a member or part-owner of
    SELECT a.body, a.meeting, a.item, h.person, h.source, h.org, h.standing, p.ask, 'provider_party',
        CASE WHEN h.relationship IN ('self', 'spouse') THEN 'through_practice' ELSE 'other_person' END, false
    FROM asked a JOIN party p USING (body, meeting, item)
    JOIN reaches r ON r.body = p.body AND r.parent = p.org
    JOIN of_practice h ON h.body = a.body AND h.meeting = a.meeting AND h.org = r.child
    UNION ALL      -- a practice named as neighbouring
    SELECT a.body, a.meeting, a.item, h.person, h.source, h.org, h.standing, false, 'neighbour',
        CASE WHEN a.zero_sum THEN 'neighbour_zero_sum' ELSE 'neighbour' END, false
    FROM asked a JOIN neighbour n USING (body, meeting, item)
    JOIN holding h ON h.body = a.body AND h.meeting = a.meeting AND h.org = n.org AND h.financial
    UNION ALL      -- all practices that the body commissions, or a group of them; of a PCN's item its members
    SELECT a.body, a.meeting, a.item, h.person, h.source, h.org, h.standing, false, 'shared',
        CASE WHEN a.pays_nobody OR h.relationship <> 'self' THEN 'shared_light'
             WHEN a.scope = 'all_practices' THEN 'shared_all'
             ELSE 'shared_some' END, false
    FROM asked a JOIN of_practice h ON h.body = a.body AND h.meeting = a.meeting AND h.commissioned
    WHERE a.scope IN ('all_practices', 'some_practices')
      AND (NOT EXISTS (FROM party p JOIN organisation n ON n.body = p.body AND n.org = p.org AND n.kind = 'pcn'
                       WHERE p.body = a.body AND p.meeting = a.meeting AND p.item = a.item)
           OR EXISTS (FROM party p JOIN belongs b ON b.body = p.body AND b.parent = p.org
                      WHERE p.body = a.body AND p.meeting = a.meeting AND p.item = a.item AND b.child = h.org))
    UNION ALL      -- own pay, post or contract
    SELECT body, meeting, item, person, 'personal', NULL, 'held', false, 'personal', 'personal', false
    FROM personal
)
SELECT f.*, x.strength,
    CASE WHEN a.purpose <> 'decision' THEN a.purpose WHEN a.closed THEN 'closed' ELSE a.policy END AS read_in
FROM found f JOIN asked a USING (body, meeting, item) JOIN presumption t USING (line)
JOIN action x ON x.name = CASE
    WHEN a.purpose = 'information' THEN 'note'
    WHEN f.small_share THEN 'note'
    WHEN a.purpose = 'discussion' AND NOT t.discussion THEN 'note'
    WHEN a.closed AND t.when_closed = 'leave_no_papers' AND a.sole THEN 'not_attend'
    WHEN a.closed AND t.when_closed IS NOT NULL THEN t.when_closed
    WHEN a.policy = 'note' THEN t.under_note
    WHEN a.policy = 'leave' THEN t.under_leave
    ELSE t.under_no_vote END;

-- One entry per person and interest, for whoever is there; the strongest link binds.
CREATE TABLE conflict AS
SELECT l.body, l.meeting, l.item, l.person, l.source, l.org, l.standing = 'recent' AS recent,
    max(l.strength) AS strength,
    list_sort(list_distinct(list(CASE WHEN l.ask THEN 'unclear' ELSE l.kind END)
        FILTER (l.strength = s.strongest))) AS kinds,
    bool_and(l.ask) FILTER (l.strength = s.strongest) AS ask,
    bool_or(c.person IS NOT NULL) AND max(l.strength) >= 2 AND l.standing = 'held' AS hand_over
FROM link l
JOIN here h USING (body, meeting, item, person)
JOIN (SELECT body, meeting, item, person, source, org, max(strength) AS strongest FROM link GROUP BY ALL) s
    USING (body, meeting, item, person, source)
LEFT JOIN in_chair c USING (body, meeting, item, person)
WHERE l.org IS NOT DISTINCT FROM s.org
GROUP BY l.body, l.meeting, l.item, l.person, l.source, l.org, l.standing;

-- Quorum: whoever is required to do stay_no_vote or more is out; an `ask` is not taken off.
CREATE VIEW counted AS
SELECT h.*, EXISTS (FROM conflict c WHERE c.body = h.body AND c.meeting = h.meeting AND c.item = h.item
    AND c.person = h.person AND NOT c.recent AND NOT c.ask AND c.strength >= 2) AS out
FROM here h WHERE h.member AND h.voting;

CREATE VIEW quorum AS
WITH told AS (
    SELECT i.body, i.meeting, i.item, i.purpose, m.required, m.lay_executive_majority,
        count(c.person) AS before, count(c.person) FILTER (NOT c.out) AS after,
        count(c.person) FILTER (NOT c.out AND c.role IN ('lay', 'executive')) AS lay_executive,
        count(c.person) FILTER (NOT c.out AND c.role IN ('gp', 'practice_manager')) AS practice_people
    FROM item i JOIN meeting m USING (body, meeting) LEFT JOIN counted c USING (body, meeting, item) GROUP BY ALL
)
SELECT t.body, t.meeting, t.item, t.required, t.before, t.after,
    CASE WHEN t.purpose <> 'information' THEN
        t.after >= t.required
        AND (NOT t.lay_executive_majority OR t.lay_executive > t.practice_people)
        AND NOT EXISTS (FROM must_include x WHERE x.body = t.body AND NOT EXISTS (
            FROM counted c WHERE c.body = t.body AND c.meeting = t.meeting AND c.item = t.item AND NOT c.out
            AND c.role = x.role))
    END AS quorate
FROM told t;

-- Who may take the chair where whoever is in it must hand over: the vice-chair if there and not out, else anybody
-- with a vote who is not out, lay members first. Every choice that fits is listed; `asked`: somebody must hand over.
CREATE VIEW handed_over AS
SELECT DISTINCT body, meeting, item, person FROM conflict WHERE NOT recent AND NOT ask AND hand_over;

CREATE VIEW substitute AS
WITH able AS (
    SELECT c.*, CASE WHEN s.vice_chair THEN 0 WHEN c.role = 'lay' THEN 1 ELSE 2 END AS rank
    FROM counted c JOIN handed_over h ON h.body = c.body AND h.meeting = c.meeting AND h.item = c.item
    LEFT JOIN seated s ON s.body = c.body AND s.meeting = c.meeting AND s.person = c.person
    WHERE NOT c.out AND c.person <> h.person
)
SELECT h.body, h.meeting, h.item, h.person AS chair, list(a.person) FILTER (a.person IS NOT NULL) AS may
FROM handed_over h LEFT JOIN able a ON a.body = h.body AND a.meeting = h.meeting AND a.item = h.item
    AND a.rank = (SELECT min(rank) FROM able b WHERE b.body = a.body AND b.meeting = a.meeting AND b.item = a.item)
GROUP BY ALL;
