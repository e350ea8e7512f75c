using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace CaseMgmt.Workflows.Storage;

/// <summary>Leaves the gate however the transaction ends: committed, rolled back or only disposed.</summary>
internal sealed class GatedTransaction(
    IRelationalConnection connection, DbTransaction transaction, Guid id, IDiagnosticsLogger<DbLoggerCategory.Database.Transaction> logger,
    bool owned, ISqlGenerationHelper sql, GatedConnections gated) : RelationalTransaction(connection, transaction, id, logger, owned, sql)
{
    protected override void ClearTransaction()
    {
        gated.Leave(Connection.DbConnection);
        base.ClearTransaction();
    }

    protected override Task ClearTransactionAsync(CancellationToken cancellationToken = default)
    {
        gated.Leave(Connection.DbConnection);
        return base.ClearTransactionAsync(cancellationToken);
    }
}

/// <summary>Gives EF our transactions where the context has a gate.</summary>
internal sealed class GatedTransactionFactory(RelationalTransactionFactoryDependencies dependencies) : RelationalTransactionFactory(dependencies)
{
    public override RelationalTransaction Create(
        IRelationalConnection connection, DbTransaction transaction, Guid transactionId,
        IDiagnosticsLogger<DbLoggerCategory.Database.Transaction> logger, bool transactionOwned) =>
        connection.Context.GetService<IDbContextOptions>().FindExtension<GateExtension>() is { } gate
            ? new GatedTransaction(connection, transaction, transactionId, logger, transactionOwned, Dependencies.SqlGenerationHelper, gate.Connections)
            : base.Create(connection, transaction, transactionId, logger, transactionOwned);
}

/// <summary>Carries the gate with the options of a context; it changes no service, so that all databases share EF's own service provider.</summary>
internal sealed class GateExtension(GatedConnections connections) : IDbContextOptionsExtension
{
    public GatedConnections Connections => connections;

    public DbContextOptionsExtensionInfo Info => new GateInfo(this);

    public void ApplyServices(IServiceCollection services) { }

    public void Validate(IDbContextOptions options) { }

    private sealed class GateInfo(IDbContextOptionsExtension extension) : DbContextOptionsExtensionInfo(extension)
    {
        public override bool IsDatabaseProvider => false;

        public override string LogFragment => "";

        public override int GetServiceProviderHashCode() => 0;

        public override bool ShouldUseSameServiceProvider(DbContextOptionsExtensionInfo other) => other is GateInfo;

        public override void PopulateDebugInfo(IDictionary<string, string> debugInfo) { }
    }
}

/// <summary>Puts every write of an EF context on SQLite behind the writer gate.</summary>
public static class GateOptions
{
    public static DbContextOptionsBuilder UseWriterGate(this DbContextOptionsBuilder options, WriterGate gate)
    {
        // The factory's and the scope's registration both configure the same options: entering twice would wait for itself.
        if (options.Options.FindExtension<GateExtension>() is not null)
        {
            return options;
        }

        var connections = new GatedConnections(gate);
        ((IDbContextOptionsBuilderInfrastructure)options).AddOrUpdateExtension(new GateExtension(connections));
        return options
            .ReplaceService<IRelationalTransactionFactory, GatedTransactionFactory>()
            .AddInterceptors(new GateConnectionInterceptor(), new GateTransactionInterceptor(connections), new GateCommandInterceptor(connections));
    }
}
