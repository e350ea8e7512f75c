using CaseMgmt.Cases.Monitoring.Rules;
using CaseMgmt.Cases.Monitoring.Themes;

namespace CaseMgmt.Cases.Tests.Monitoring;

/// <summary>
/// A corpus of rules that want more than to read the model: each is refused by the parser, for every database, with a reason in both languages, and quickly.
/// What a database itself would refuse is shown beside each connection.
/// </summary>
public sealed class HostileRulesTests
{
    private const string Row = "SELECT b.org_no, b.cons_no AS obj_key, b.pq AS metric, 0 AS limit_v FROM bill b";

    public static TheoryData<string> Statements =>
    [
        "INSERT INTO bill SELECT * FROM bill", "UPDATE bill SET pq = 0", "DELETE FROM bill", "REPLACE INTO bill VALUES (1)", "MERGE INTO bill b USING cons c ON 1 = 1 WHEN MATCHED THEN DELETE",
        "TRUNCATE TABLE bill", "DROP TABLE bill", "ALTER TABLE bill ADD x int", "CREATE TEMP TABLE x AS SELECT 1", "CREATE INDEX x ON bill (pq)", "CREATE EXTENSION dblink", "VACUUM INTO '/tmp/x.db'",
        "PRAGMA query_only = off", "ATTACH '/tmp/x.db' AS x", "DETACH main", "REINDEX", "ANALYZE", "BEGIN IMMEDIATE", "COMMIT", "ROLLBACK", "SAVEPOINT x", "EXPLAIN SELECT 1",
        "SET statement_timeout = 0", "RESET ALL", "COPY bill TO PROGRAM 'sh'", "DO $$ BEGIN END $$", "CALL x()", "LISTEN x", "NOTIFY x", "LOCK TABLE bill", "GRANT ALL ON bill TO public", "VALUES (1)", "TABLE bill",
        "WAITFOR DELAY '0:10'", "EXEC xp_cmdshell 'dir'", "DECLARE @x int", "USE master", "SHUTDOWN",
        "WITH x AS (DELETE FROM bill RETURNING *) SELECT * FROM x", "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT i FROM n", "SELECT 1 INTO x", "SELECT 1 INTO OUTFILE '/tmp/x'",
        $"{Row}; DELETE FROM bill", $"{Row};", $"{Row} -- tail", $"{Row} /* in */", $"{Row} /*!50000 x */", $"{Row} # tail", $"{Row}\0", $"{Row} FOR UPDATE", $"{Row} LIMIT 1", $"{Row} ORDER BY 1", $"{Row} UNION {Row} EXCEPT {Row}",
        $"({Row})", $"{Row}) r; DELETE FROM bill; --", "", "   ", "SELECT", new string(' ', 30_000), new string('x', 30_000),
    ];

    public static TheoryData<string> Sources =>
    [
        "sqlite_master", "sqlite_schema", "sqlite_temp_master", "sqlite_stat1", "pragma_table_info", "pragma_database_list", "json_each", "generate_series", "dbstat", "main", "temp",
        "pg_user", "pg_shadow", "pg_stat_activity", "pg_ls_dir", "tables", "sysobjects", "openrowset", "opendatasource", "account", "work_item", "history",
        "information_schema.tables", "pg_catalog.pg_class", "sys.objects", "main.bill", "mk.bill", "master..sysdatabases",
        "\"bill\"", "[bill]", "`bill`", "\u201cbill\u201d", "\uFF42\uFF49\uFF4C\uFF4C", "b\u0131ll", "bill\u200B", "bi\u00ADll", "\uFEFFbill", "U&\"bill\"", "'bill'", "(VALUES (1))", "generate_series(1, 1000000000)", "LATERAL (SELECT 1)",
        "bill b, cons", "bill b CROSS JOIN cons", "bill b NATURAL JOIN cons", "bill b FULL JOIN cons c ON 1 = 1", "bill b JOIN cons c USING (cons_no)", "bill INDEXED BY x", "bill TABLESAMPLE SYSTEM (1)", "bill WITH (NOLOCK)",
    ];

    public static TheoryData<string> Conditions =>
    [
        "load_extension('x') = 1", "readfile('/etc/passwd') = ''", "writefile('/tmp/x', 'x') = 1", "edit('x') = ''", "fts3_tokenizer('x') = ''", "sqlite_version() = ''", "zeroblob(1000000000) IS NULL", "randomblob(1000000000) IS NULL",
        "printf('%1000000000d', 1) = ''", "format('%1000000000s', 'x') = ''", "hex(b.ym) = ''", "char(0) = ''", "group_concat(b.ym) = ''", "instr(b.ym, 'x') = 1", "regexp('(a+)+$', b.ym) = 1", "glob('*', b.ym) = 1", "json('{}') = ''",
        "repeat('x', 1000000000) = ''", "lpad('x', 1000000000) = ''", "regexp_replace(b.ym, '(a+)+$', '') = ''", "pg_sleep(100) IS NULL", "pg_read_file('/etc/passwd') = ''", "pg_ls_dir('/') = ''", "lo_import('/etc/passwd') = 1",
        "dblink('x', 'y') = ''", "set_config('statement_timeout', '0', false) = ''", "current_setting('x') = ''", "pg_advisory_lock(1) IS NULL", "pg_notify('x', 'y') IS NULL", "pg_terminate_backend(1) = 1", "nextval('x') = 1",
        "query_to_xml('select 1', true, true, '') IS NULL", "pg_catalog.pg_sleep(1) IS NULL", "version() = ''", "current_user = ''", "random() > 0", "now() > @today", "xp_cmdshell('dir') = 1", "replicate('x', 100) = ''", "@@version = ''",
        "b.ym COLLATE nocase = 'x'", "b.ym::text = 'x'", "CAST(b.ym AS blob) = 'x'", "b.ym ~ '(a+)+$'", "b.ym SIMILAR TO 'x'", "b.ym LIKE 'x' ESCAPE '!'", "b.ym REGEXP 'x'", "b.ym GLOB 'x'", "b.ym ILIKE 'x'", "b.pq > ALL (SELECT 1)", "b.rowid = 1", "b.ctid = 'x'", "b.tableoid = 1", "b.* = 1",
        "b.ym = E'\\x41'", "b.ym = U&'x'", "b.ym = N'x'", "b.ym = X'41'", "b.ym = $$x$$", "b.ym = 'open", "b.ym = \u2019x\u2019", "b.pq > 0x10", "b.pq > 1e308", "b.pq > ?1", "b.pq > :x", "b.pq > $1", "b.pq > @",
        "b.pq > " + new string('9', 400), "b.pq > 1.2.3", "b.pq OR 1", "1", "b.pq = b.pq = b.pq", "b.pq > 1 AND", "(b.pq > 1", "b.pq > 1)", "b.pq > (SELECT pg_sleep(1))", "EXISTS (SELECT 1 FROM pg_user)",
        "b.pq > " + string.Concat(Enumerable.Repeat("- ", 9_000)) + "1", string.Concat(Enumerable.Repeat("NOT ", 4_500)) + "b.pq > 1", "b.pq > " + new string('(', 9_000) + "1" + new string(')', 9_000),
        "b.pq > " + string.Concat(Enumerable.Repeat("abs(", 4_000)) + "1" + new string(')', 4_000), "b.pq > " + string.Concat(Enumerable.Repeat("(SELECT ", 2_000)) + "1", "b.pq > " + string.Concat(Enumerable.Repeat("CASE WHEN 1 = 1 THEN ", 900)),
        "b.pq > " + string.Join(" + ", Enumerable.Repeat("b.pq", 2_500)), "b.pq > " + string.Join(" * ", Enumerable.Repeat("2", 4_500)), string.Join(" OR ", Enumerable.Repeat("(b.pq > 1", 1_500)),
    ];

    [Theory]
    [MemberData(nameof(Statements))]
    public void Rule_OtherThanOneSelect_IsRefused(string sql) => Refused(sql);

    [Theory]
    [MemberData(nameof(Sources))]
    public void Rule_ReadingOtherThanTheModel_IsRefused(string source) => Refused($"SELECT b.org_no, b.cons_no AS obj_key, 1 AS metric, 0 AS limit_v FROM {source} b");

    [Theory]
    [MemberData(nameof(Conditions))]
    public void Rule_WithAConditionOutsideTheLanguage_IsRefused(string condition) => Refused($"{Row} WHERE {condition}");

    /// <summary>What only looks hostile is a text like any other and comes out quoted.</summary>
    [Theory]
    [InlineData("''; DROP TABLE bill; --")]
    [InlineData("\\'' OR 1 = 1 --")]
    [InlineData("/* x */ $$ \"x\" [x] `x`")]
    public void Text_ThatLooksLikeSql_StaysOneText(string quoted)
    {
        foreach (var dialect in new[] { RuleDialect.Sqlite, RuleDialect.Postgres, RuleDialect.SqlServer })
        {
            Assert.Contains($"'{quoted}'", RuleCompiler.Compile($"{Row} WHERE b.ym = '{quoted}'", Standard(), dialect).Sql, StringComparison.Ordinal);
        }
    }

    private static void Refused(string sql)
    {
        foreach (var dialect in new[] { RuleDialect.Sqlite, RuleDialect.Postgres, RuleDialect.SqlServer })
        {
            var refusal = Assert.Throws<RuleException>(() => RuleCompiler.Compile(sql, Standard(), dialect)).Refusal;
            Assert.All(new[] { "zh", "en" }, language => Assert.NotEmpty(refusal.In(language)));
        }
    }

    private static IReadOnlyDictionary<string, RuleParameter> Standard() => ThemeLibrary.Standard("202605", new DateOnly(2026, 6, 10)).With([]);
}
