using System.Data.Common;
using System.Globalization;

namespace CaseMgmt.Workflows.Storage;

/// <summary>The few words in which the three databases differ. Everything else the engine says is portable.</summary>
public abstract class SqlDialect
{
    public static SqlDialect Sqlite { get; } = new SqliteDialect();

    public static SqlDialect Postgres { get; } = new PostgresDialect();

    public static SqlDialect SqlServer { get; } = new SqlServerDialect();

    /// <summary>The dialect of an EF provider by its assembly name.</summary>
    public static SqlDialect Of(string providerName) => providerName switch
    {
        "Microsoft.EntityFrameworkCore.Sqlite" => Sqlite,
        "Npgsql.EntityFrameworkCore.PostgreSQL" => Postgres,
        "Microsoft.EntityFrameworkCore.SqlServer" => SqlServer,
        _ => throw new NotSupportedException($"No dialect for the provider {providerName}."),
    };

    /// <summary>How the parameter with this index stands in the text; also its name, except on PostgreSQL, where parameters have none.</summary>
    public virtual string Placeholder(int index) => "@p" + index.ToString(CultureInfo.InvariantCulture);

    public virtual string ParameterName(int index) => Placeholder(index);

    public virtual string Delimit(string name) => '"' + name + '"';

    /// <summary>A query for one row that keeps it locked until the commit.</summary>
    public virtual string Locked(string selectFrom, string where) => $"{selectFrom} where {where}";

    /// <summary>A query for the first rows of an order; <paramref name="count"/> is the number of rows.</summary>
    public virtual string Top(string columns, string table, string where, int count) =>
        $"select {columns} from {table} where {where} limit {count.ToString(CultureInfo.InvariantCulture)}";

    /// <summary>A statement that waits for everybody else who names the same text, until the commit; null where writers are alone anyway.</summary>
    public virtual string? NamedLock(bool shared) => null;

    /// <summary>
    /// The write as a statement that fails where it does not meet this number of rows, so that the commit may travel in the same round trip; null where there
    /// is no such form and the rows must be counted before the commit.
    /// </summary>
    public virtual string? Guarded(string write, int rows) => null;

    /// <summary>True if a guarded write met another number of rows.</summary>
    public virtual bool IsGuardBroken(DbException exception) => false;

    /// <summary>True if the insert met a key that exists.</summary>
    public abstract bool IsDuplicateKey(DbException exception);

    /// <summary>True if the database gave up a transaction that may simply be run again.</summary>
    public virtual bool IsTransient(DbException exception) => false;

    private sealed class SqliteDialect : SqlDialect
    {
        public override bool IsDuplicateKey(DbException exception) =>
            exception is Microsoft.Data.Sqlite.SqliteException { SqliteExtendedErrorCode: 1555 or 2067 or 2579 };
    }

    private sealed class PostgresDialect : SqlDialect
    {
        public override string? NamedLock(bool shared) => shared
            ? "select pg_advisory_xact_lock_shared(hashtextextended($1, 0))"
            : "select pg_advisory_xact_lock(hashtextextended($1, 0))";

        public override string Placeholder(int index) => "$" + (index + 1).ToString(CultureInfo.InvariantCulture);

        public override string ParameterName(int index) => "";

        public override string Locked(string selectFrom, string where) => $"{selectFrom} where {where} for update";

        public override string? Guarded(string write, int rows)
        {
            if (write.StartsWith("update ", StringComparison.Ordinal) || write.StartsWith("delete ", StringComparison.Ordinal))
            {
                return string.Create(CultureInfo.InvariantCulture, $"with met as ({write} returning 1) select 1 / (case count(*) when {rows} then 1 else 0 end) from met");
            }

            // A plain insert meets its row or an error.
            return rows == 1 && write.StartsWith("insert into ", StringComparison.Ordinal) && write.Contains(" values ", StringComparison.Ordinal)
                && !write.Contains(" conflict ", StringComparison.Ordinal) ? write : null;
        }

        // Division by zero: nothing else in these statements divides.
        public override bool IsGuardBroken(DbException exception) => exception.SqlState == "22012";

        public override bool IsDuplicateKey(DbException exception) => exception.SqlState == "23505";

        public override bool IsTransient(DbException exception) => exception.SqlState is "40001" or "40P01";
    }

    private sealed class SqlServerDialect : SqlDialect
    {
        public override string? NamedLock(bool shared) => shared
            ? "exec sp_getapplock @Resource = @p0, @LockMode = 'Shared', @LockOwner = 'Transaction'"
            : "exec sp_getapplock @Resource = @p0, @LockMode = 'Exclusive', @LockOwner = 'Transaction'";

        public override string Delimit(string name) => '[' + name + ']';

        public override string Locked(string selectFrom, string where) => $"{selectFrom} with (updlock, rowlock) where {where}";

        public override string Top(string columns, string table, string where, int count) =>
            $"select top ({count.ToString(CultureInfo.InvariantCulture)}) {columns} from {table} where {where}";

        // SqlClient is not referenced here: its errors carry their number in the data of the exception.
        public override bool IsDuplicateKey(DbException exception) => Number(exception) is 2627 or 2601;

        public override bool IsTransient(DbException exception) => Number(exception) is 1205 or 3960;

        private static int Number(DbException exception) =>
            exception.GetType().GetProperty("Number")?.GetValue(exception) is int number ? number : 0;
    }
}
