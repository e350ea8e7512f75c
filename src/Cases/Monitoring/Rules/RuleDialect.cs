namespace CaseMgmt.Cases.Monitoring.Rules;

/// <summary>How one database writes what databases write differently. Three real ones: the embedded file, PostgreSQL, SQL Server.</summary>
public abstract class RuleDialect
{
    public static readonly RuleDialect Sqlite = new SqliteRuleDialect();
    public static readonly RuleDialect Postgres = new PostgresRuleDialect();
    public static readonly RuleDialect SqlServer = new SqlServerRuleDialect();

    /// <summary>True where decimals are stored as whole numbers of their column's scale.</summary>
    public virtual bool Scaled => false;

    public virtual string Text(string literal) => $"'{literal.Replace("'", "''", StringComparison.Ordinal)}'";

    /// <summary>A question of our own for the first rows only.</summary>
    public virtual string First(int rows, string columns, string rest) => $"select {columns} {rest} limit {rows}";

    /// <summary>A value as an exact number, whatever type the rule gave it.</summary>
    public virtual string Exact(string value) => $"CAST({value} AS numeric)";

    public abstract string Day(string literal);

    public abstract string DayOf(string time);

    public abstract string DaysBetween(string from, string to);

    public abstract string AddDays(string day, string count);

    public abstract string TimeOf(string day);

    public abstract string SecondsBetween(string from, string to);

    /// <summary>Full minutes; a limit that one second more breaks compares seconds.</summary>
    public abstract string MinutesBetween(string from, string to);

    protected abstract string Part(string part, string day);

    /// <summary>Full months: the last one counts when its day is reached.</summary>
    public string MonthsBetween(string from, string to) =>
        $"(({Part("year", to)} - {Part("year", from)}) * 12 + {Part("month", to)} - {Part("month", from)} - CASE WHEN {Part("day", to)} < {Part("day", from)} THEN 1 ELSE 0 END)";

    public string WorkdaysBetween(string from, string to) =>
        $"((SELECT wk.wd_seq FROM calendar wk WHERE wk.d = {to}) - (SELECT wk.wd_seq FROM calendar wk WHERE wk.d = {from}))";

    public abstract string TrimLength(string text);

    /// <summary>1 if the text is exactly so many digits, else 0.</summary>
    public abstract string DigitsOnly(string text, string count);

    public abstract string SafeDivide(string value, string by);

    public abstract string Average(string value);

    public abstract string ToNumber(string text);

    public abstract string ToText(string value);

    public abstract string Concat(IEnumerable<string> texts);

    public virtual string Replace(string text, string old, string by) => $"REPLACE({text}, {old}, {by})";

    public abstract string Substring(string text, string from, string length);

    /// <summary>A value of scale <paramref name="scale"/> rounded to <paramref name="places"/>.</summary>
    public abstract string Round(string value, int scale, int places);

    /// <summary>Energy over apparent energy in hundredths, rounded.</summary>
    public abstract string PowerFactor(string active, string reactive);
}

/// <summary>The embedded database: days are texts, decimals whole numbers.</summary>
public sealed class SqliteRuleDialect : RuleDialect
{
    public override bool Scaled => true;

    public override string Day(string literal) => $"'{literal}'";

    public override string DayOf(string time) => $"substr({time}, 1, 10)";

    public override string DaysBetween(string from, string to) => $"CAST(julianday(date({to})) - julianday(date({from})) AS INTEGER)";

    public override string AddDays(string day, string count) => $"date({day}, CAST({count} AS INTEGER) || ' days')";

    public override string TimeOf(string day) => $"({day} || ' 00:00:00')";

    public override string SecondsBetween(string from, string to) => $"(CAST(strftime('%s', {to}) AS INTEGER) - CAST(strftime('%s', {from}) AS INTEGER))";

    public override string MinutesBetween(string from, string to) => $"({SecondsBetween(from, to)} / 60)";

    public override string TrimLength(string text) => $"length(trim({text}))";

    public override string DigitsOnly(string text, string count) => $"(CASE WHEN length({text}) = {count} AND {text} NOT GLOB '*[^0-9]*' THEN 1 ELSE 0 END)";

    public override string SafeDivide(string value, string by) => $"({value} * 1.0 / NULLIF({by}, 0))";

    public override string Average(string value) => $"(SUM({value}) * 1.0 / NULLIF(COUNT({value}), 0))";

    public override string ToNumber(string text) => $"CAST({text} AS INTEGER)";

    public override string ToText(string value) => $"CAST({value} AS TEXT)";

    public override string Concat(IEnumerable<string> texts) => $"({string.Join(" || ", texts)})";

    public override string Substring(string text, string from, string length) => $"substr({text}, {from}, {length})";

    public override string Round(string value, int scale, int places) => $"CAST(round({value} * 1.0 / {RenderedValue.Power(scale - places)}) AS INTEGER)";

    public override string PowerFactor(string active, string reactive) =>
        $"CAST(round(100.0 * {active} / NULLIF(sqrt({active} * 1.0 * {active} + {reactive} * 1.0 * {reactive}), 0)) AS INTEGER)";

    protected override string Part(string part, string day) =>
        $"CAST(strftime('{part switch { "year" => "%Y", "month" => "%m", _ => "%d" }}', {day}) AS INTEGER)";
}

/// <summary>PostgreSQL.</summary>
public sealed class PostgresRuleDialect : RuleDialect
{
    public override string Day(string literal) => $"DATE '{literal}'";

    public override string DayOf(string time) => $"CAST({time} AS date)";

    public override string DaysBetween(string from, string to) => $"(CAST({to} AS date) - CAST({from} AS date))";

    public override string AddDays(string day, string count) => $"(CAST({day} AS date) + CAST({count} AS integer))";

    public override string TimeOf(string day) => $"CAST({day} AS timestamp)";

    public override string SecondsBetween(string from, string to) =>
        $"CAST(EXTRACT(EPOCH FROM date_trunc('second', {to})) - EXTRACT(EPOCH FROM date_trunc('second', {from})) AS bigint)";

    public override string MinutesBetween(string from, string to) => $"({SecondsBetween(from, to)} / 60)";

    public override string TrimLength(string text) => $"CHAR_LENGTH(TRIM(BOTH FROM {text}))";

    public override string DigitsOnly(string text, string count) => $"(CASE WHEN CHAR_LENGTH({text}) = {count} AND {text} !~ '[^0-9]' THEN 1 ELSE 0 END)";

    public override string SafeDivide(string value, string by) => $"(CAST({value} AS numeric) / NULLIF({by}, 0))";

    public override string Average(string value) => $"AVG({value})";

    public override string ToNumber(string text) => $"CAST({text} AS integer)";

    public override string ToText(string value) => $"CAST({value} AS text)";

    public override string Concat(IEnumerable<string> texts) => $"({string.Join(" || ", texts)})";

    public override string Substring(string text, string from, string length) => $"SUBSTRING({text} FROM {from} FOR {length})";

    public override string Round(string value, int scale, int places) => $"ROUND({value}, {places})";

    public override string PowerFactor(string active, string reactive) =>
        $"ROUND(CAST({active} / NULLIF(SQRT({active} * {active} + {reactive} * {reactive}), 0) AS numeric), 2)";

    protected override string Part(string part, string day) => $"CAST(EXTRACT({part.ToUpperInvariant()} FROM {day}) AS integer)";
}

/// <summary>SQL Server; its text is produced and checked by reading, no server was there to run it.</summary>
public sealed class SqlServerRuleDialect : RuleDialect
{
    /// <summary>Chinese texts need the N, whatever the collation of the database.</summary>
    /// <summary>Its numeric without digits has no decimals.</summary>
    public override string Exact(string value) => $"CAST({value} AS decimal(38, 8))";

    public override string Text(string literal) => (System.Text.Ascii.IsValid(literal) ? "" : "N") + base.Text(literal);

    public override string First(int rows, string columns, string rest) => $"select top ({rows}) {columns} {rest}";

    public override string Day(string literal) => $"CAST('{literal}' AS date)";

    public override string DayOf(string time) => $"CAST({time} AS date)";

    public override string DaysBetween(string from, string to) => $"DATEDIFF(day, {from}, {to})";

    public override string AddDays(string day, string count) => $"DATEADD(day, {count}, CAST({day} AS date))";

    public override string TimeOf(string day) => $"CAST({day} AS datetime2)";

    public override string SecondsBetween(string from, string to) => $"DATEDIFF_BIG(second, {from}, {to})";

    public override string MinutesBetween(string from, string to) => $"({SecondsBetween(from, to)} / 60)";

    public override string TrimLength(string text) => $"LEN(TRIM({text}))";

    public override string DigitsOnly(string text, string count) => $"(CASE WHEN DATALENGTH({text}) = {count} * DATALENGTH(LEFT({text}, 1)) AND {text} NOT LIKE '%[^0-9]%' THEN 1 ELSE 0 END)";

    public override string SafeDivide(string value, string by) => $"(CAST({value} AS decimal(38,8)) / NULLIF({by}, 0))";

    public override string Average(string value) => $"AVG(CAST({value} AS decimal(38,8)))";

    public override string ToNumber(string text) => $"CAST({text} AS int)";

    public override string ToText(string value) => $"CAST({value} AS nvarchar(64))";

    public override string Concat(IEnumerable<string> texts) => $"({string.Join(" + ", texts)})";

    public override string Substring(string text, string from, string length) => $"SUBSTRING({text}, {from}, {length})";

    public override string Round(string value, int scale, int places) => $"ROUND({value}, {places})";

    public override string PowerFactor(string active, string reactive) =>
        $"CAST(ROUND({active} / NULLIF(SQRT({active} * {active} + {reactive} * {reactive}), 0), 2) AS decimal(4,2))";

    protected override string Part(string part, string day) => $"{part.ToUpperInvariant()}({day})";
}
