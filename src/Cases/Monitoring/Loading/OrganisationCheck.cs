using CaseMgmt.Cases.Monitoring.Model;
using SQLitePCL;

namespace CaseMgmt.Cases.Monitoring.Loading;

/// <summary>
/// What holds between rows: who sees what hangs on the path of an organisation, so a path that does not follow from the parent is refused,
/// and a row of an organisation that nobody knows would be seen by nobody.
/// </summary>
public sealed class OrganisationCheck(sqlite3 database, LoadReport report)
{
    private const int Shown = 10;

    private static readonly string PathSql = $"""
        select o.org_no, coalesce(o.org_path, '') from org o left join org p on p.org_no = o.parent_org_no
        where o.org_level is null or o.org_path is null or o.org_path not like '/%' or o.org_path not like '%/' || o.org_no || '/'
            or (p.org_no is not null and o.org_path <> p.org_path || o.org_no || '/') limit {Shown}
        """;

    public void Run()
    {
        Each(PathSql, (org, path) => report.Add(new LoadProblem("org.csv", null, "org_path", "org-path", org, path)));
        foreach (var table in MarketingModel.Current.Tables.Where(table => table.Find("org_no") is not null && table.Name != "org"))
        {
            Each($"select org_no, count(*) from {table.Name} where org_no is not null and org_no not in (select org_no from org) group by org_no limit {Shown}",
                (org, count) => report.Add(new LoadProblem(table.Name + ".csv", null, "org_no", "unknown-org", org, count)));
        }
    }

    private void Each(string sql, Action<string, string> found)
    {
        Sqlite.Check(database, raw.sqlite3_prepare_v2(database, sql, out var statement));
        using (statement)
        {
            while (raw.sqlite3_step(statement) == raw.SQLITE_ROW)
            {
                found(raw.sqlite3_column_text(statement, 0).utf8_to_string(), raw.sqlite3_column_text(statement, 1).utf8_to_string());
            }
        }
    }
}
