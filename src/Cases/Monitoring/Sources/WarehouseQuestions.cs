namespace CaseMgmt.Cases.Monitoring.Sources;

/// <summary>What a server is asked about itself. The texts for SQL Server pass the T-SQL check and were not run on a server.</summary>
public static class WarehouseQuestions
{
    /// <summary>Every column that the login sees in the schema; both servers keep the standard's catalogue.</summary>
    public const string Columns = "select lower(table_name), lower(column_name), lower(data_type) from information_schema.columns where table_schema = @schema";

    /// <summary>Every way in which the login could change something, one row each.</summary>
    public const string PostgresRights = """
        select 'superuser' from pg_catalog.pg_roles where rolname = current_user and rolsuper
        union all select 'create role' from pg_catalog.pg_roles where rolname = current_user and rolcreaterole
        union all select 'create database' from pg_catalog.pg_roles where rolname = current_user and rolcreatedb
        union all select 'member of ' || r.rolname from pg_catalog.pg_roles r
            where r.rolname in ('pg_write_all_data', 'pg_execute_server_program', 'pg_write_server_files', 'pg_read_server_files', 'pg_signal_backend')
            and pg_catalog.pg_has_role(current_user, r.oid, 'usage')
        union all select 'create in the database' where pg_catalog.has_database_privilege(current_user, current_database(), 'CREATE')
        union all select 'create in schema ' || n.nspname from pg_catalog.pg_namespace n
            where n.nspname not like 'pg\_%' and pg_catalog.has_schema_privilege(current_user, n.oid, 'CREATE')
        union all select 'write ' || n.nspname || '.' || c.relname from pg_catalog.pg_class c join pg_catalog.pg_namespace n on n.oid = c.relnamespace
            where c.relkind in ('r', 'v', 'm', 'p', 'f') and n.nspname not like 'pg\_%' and n.nspname <> 'information_schema'
            and (pg_catalog.has_table_privilege(current_user, c.oid, 'INSERT, UPDATE, DELETE, TRUNCATE') or pg_catalog.has_any_column_privilege(current_user, c.oid, 'INSERT, UPDATE'))
        limit 20
        """;

    /// <inheritdoc cref="PostgresRights"/>
    public const string SqlServerRights = """
        select top (20) t.what from (
            select 'server role ' + r.name as what from (values ('sysadmin'), ('securityadmin'), ('serveradmin'), ('dbcreator'), ('bulkadmin')) r(name) where is_srvrolemember(r.name) = 1
            union all select 'database role ' + r.name from (values ('db_owner'), ('db_datawriter'), ('db_ddladmin'), ('db_securityadmin')) r(name) where is_rolemember(r.name) = 1
            union all select p.permission_name + ' on the database' from sys.fn_my_permissions(null, 'DATABASE') p
                where p.permission_name in ('INSERT', 'UPDATE', 'DELETE', 'ALTER', 'CONTROL', 'EXECUTE', 'CREATE TABLE', 'CREATE VIEW', 'CREATE PROCEDURE', 'TAKE OWNERSHIP')
            union all select p.permission_name + ' on ' + s.name + '.' + o.name from sys.objects o join sys.schemas s on s.schema_id = o.schema_id
                cross apply sys.fn_my_permissions(quotename(s.name) + '.' + quotename(o.name), 'OBJECT') p
                where o.type in ('U', 'V') and p.permission_name in ('INSERT', 'UPDATE', 'DELETE', 'ALTER', 'CONTROL')
        ) t
        """;

    /// <summary>The schema in which a bare name is looked up.</summary>
    public const string SqlServerSchema = "select schema_name()";
}
