using SQLitePCL;

namespace CaseMgmt.Cases.Monitoring.Loading;

/// <summary>The few calls of the database engine itself that the load and the rule guard need below ADO.NET.</summary>
public static class Sqlite
{
    static Sqlite() => Batteries_V2.Init();

    public static sqlite3 Create(string path)
    {
        var code = raw.sqlite3_open_v2(path, out var database, raw.SQLITE_OPEN_CREATE | raw.SQLITE_OPEN_READWRITE, null);
        Check(database, code);
        return database;
    }

    public static void Execute(sqlite3 database, string sql) => Check(database, raw.sqlite3_exec(database, sql));

    public static void Check(sqlite3 database, int code)
    {
        if (code is not (raw.SQLITE_OK or raw.SQLITE_DONE or raw.SQLITE_ROW))
        {
            throw new InvalidOperationException($"The embedded database answers {code}: {raw.sqlite3_errmsg(database).utf8_to_string()}");
        }
    }
}
