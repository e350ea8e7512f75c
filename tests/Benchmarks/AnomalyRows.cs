using System.Data.Common;
using CaseMgmt.Cases.Data;
using CaseMgmt.Cases.Monitoring.Screening;
using CaseMgmt.Cases.Monitoring.Themes;

namespace CaseMgmt.Benchmarks;

/// <summary>
/// A province's queue, made by the database itself from one statement: 17 cities of 8 counties of 12 stations, 80 themes, 13 months; indexes after the rows, as
/// a database builds them quickest. A fixed multiplier scatters the values: the same rows every time, in no order that an index could profit from.
/// </summary>
internal sealed class AnomalyRows(DbConnection connection, StoreProvider provider)
{
    private const int Stations = 17 * 8 * 12;

    /// <summary>Objects among which a round of all themes and months is dealt out: each object has two or three anomalies.</summary>
    private const int Fellows = 400;

    public void Make(int rows)
    {
        var indexes = Indexes();
        Execute(provider == StoreProvider.Sqlite ? "pragma synchronous=off; pragma cache_size=-262144" : "alter table anomaly set unlogged; set maintenance_work_mem = '512MB'");
        indexes.ForEach(index => Execute($"drop index \"{index.Name}\""));
        Units();
        Scatter();
        Execute(Anomalies(rows));
        indexes.ForEach(index => Execute(index.Sql));
        Execute(provider == StoreProvider.Sqlite ? Statistics.Sqlite + "; pragma wal_checkpoint(truncate)" : "vacuum (analyze) anomaly");
    }

    private List<(string Name, string Sql)> Indexes()
    {
        using var list = connection.CreateCommand();
        list.CommandText = provider == StoreProvider.Sqlite
            ? "select name, sql from sqlite_master where type = 'index' and tbl_name = 'anomaly' and sql is not null"
            : "select indexname, indexdef from pg_indexes where tablename = 'anomaly' and indexname <> 'PK_anomaly'";
        using var reader = list.ExecuteReader();
        var found = new List<(string, string)>();
        while (reader.Read())
        {
            found.Add((reader.GetString(0), reader.GetString(1)));
        }

        return found;
    }

    private void Units()
    {
        Execute("insert into org_unit (org_no, name, parent_org_no, org_path, level, version) values ('37', '省', null, '/37/', 1, 1) on conflict do nothing");
        foreach (var (name, level, count) in new[] { ("市", 2, 17), ("县", 3, 8), ("所", 4, 12) })
        {
            Execute($"""
                insert into org_unit (org_no, name, parent_org_no, org_path, level, version)
                with recursive n(i) as (select 1 union all select i + 1 from n where i < {count})
                select u.org_no || {Digits("i", 2)}, '{name}' || i, u.org_no, u.org_path || u.org_no || {Digits("i", 2)} || '/', {level}, 1 from org_unit u cross join n where u.level = {level - 1}
                """);
        }
    }

    private void Scatter()
    {
        Execute("create temp table t (i bigint primary key, code text, level text, specialty text)");
        foreach (var (theme, i) in ThemeLibrary.Shipped().Current.Select((theme, i) => (theme, i)))
        {
            Execute($"insert into t values ({i}, '{theme.Code}', '{theme.Level}', '{theme.Specialty}')");
        }

        Execute("create temp table u (i bigint primary key, org_no text, org_path text)");
        Execute("insert into u select row_number() over (order by org_no) - 1, org_no, org_path from org_unit where level = 4");
        Execute("analyze");
    }

    private string Anomalies(int rows)
    {
        var count = ThemeLibrary.Shipped().Current.Count;
        return $"""
            insert into anomaly (id, theme_code, theme_version, ym, obj_key, org_no, org_path, metric, metric_key, limit_value, level, specialty, state, hits, first_seen_at, last_seen_at, last_run_id,
                stake_fen, risk, queue_key, tags, secret, version)
            with recursive n(i) as (select cast(0 as bigint) union all select i + 1 from n where i < {rows - 1}),
            o as (select i, i % {count} as theme, i / {count} % 13 as month, i / {count * 13} * {Fellows} + (i * 31) % {Fellows} as obj from n),
            v as (select i, theme, month, obj, (obj * 7919) % 999983 % {Stations} as unit, (i * 104729) % 100003 % 100 as dice, ((i * 15485863) % 1000003) * 10 as stake, (i * 49979687) % 10007 % 101 as risk from o)
            select 1000000000 + v.i, t.code, 1, case when month < 8 then '2025' || {Digits("5 + month", 2)} else '2026' || {Digits("month - 7", 2)} end,
                '37' || {Digits("v.obj", 8)}, u.org_no, u.org_path, {Metric()}, (v.stake % 99991) * 1000000 + 500000, '50.0', t.level, t.specialty,
                case when dice < 60 then 'new' when dice < 70 then 'to-handle' when dice < 85 then 'ignored' when dice < 88 then 'reanalyse' when dice < 90 then 'in-task' when dice < 96 then 'done' else 'self-cleared' end,
                1, '2026-06-01 00:00:00', '2026-06-01 00:00:00', 1, v.stake, v.risk,
                (case t.level when 'special' then 5 when '1' then 4 when '2' then 3 when '3' then 2 else 1 end) * 10000000000000000 + v.stake * 1000 + v.risk, '', '0', 1
            from v join t on t.i = v.theme join u on u.i = v.unit
            """;
    }

    private string Metric() => provider == StoreProvider.Sqlite ? "(v.stake % 99991) || '.5'" : "v.stake % 99991 + 0.5";

    private string Digits(string number, int count) => provider == StoreProvider.Sqlite ? $"printf('%0{count}d', {number})" : $"lpad(cast({number} as text), {count}, '0')";

    private void Execute(string sql)
    {
        using var command = connection.CreateCommand();
        (command.CommandText, command.CommandTimeout) = (sql, 3600);
        command.ExecuteNonQuery();
    }
}
