using CaseMgmt.Workflows.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace CaseMgmt.Cases.Data;

/// <summary>Registers the database: pooled contexts by factory and by scope, the commit door, ids and announcements.</summary>
public static class StoreServices
{
    public static IServiceCollection AddCaseStore(this IServiceCollection services, StoreOptions options)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(options);
        services.AddSingleton<CaseStore>();
        services.AddSingleton(provider => new Ids(provider.GetRequiredService<TimeProvider>(), options.HostNumber));
        services.AddSingleton<Announcements>();
        services.AddSingleton(HostIdentity.New());
        services.AddSingleton(provider => new ContextSource(provider.GetRequiredService<IDbContextFactory<CaseDbContext>>().CreateDbContext));
        services.AddSingleton<CommitServices>();
        services.AddSingleton(provider => provider.GetRequiredService<CaseStore>().OpenDoor(provider.GetRequiredService<CommitServices>()));
        return options.Provider switch
        {
            StoreProvider.Sqlite => services.AddContexts<SqliteCaseDbContext>(),
            StoreProvider.Postgres => services.AddContexts<PostgresCaseDbContext>(),
            _ => services.AddContexts<SqlServerCaseDbContext>(),
        };
    }

    /// <summary>Claims the database for this process and brings its schema up to date. Call it once, before anything else.</summary>
    public static async Task MigrateAsync(this IServiceProvider provider, CancellationToken cancellationToken = default)
    {
        var factory = provider.GetRequiredService<IDbContextFactory<CaseDbContext>>();
        await using var context = await factory.CreateDbContextAsync(cancellationToken);
        await provider.GetRequiredService<CaseStore>().MigrateAsync(context, cancellationToken);
    }

    // Scope and factory share one pool of contexts.
    private static IServiceCollection AddContexts<T>(this IServiceCollection services) where T : CaseDbContext => services
        .AddPooledDbContextFactory<T>((provider, builder) => provider.GetRequiredService<CaseStore>().Configure(builder))
        .AddSingleton<IDbContextFactory<CaseDbContext>>(provider => new Factory<T>(provider.GetRequiredService<IDbContextFactory<T>>()))
        .AddDbContextPool<CaseDbContext, T>((provider, builder) => provider.GetRequiredService<CaseStore>().Configure(builder));

    private sealed class Factory<T>(IDbContextFactory<T> inner) : IDbContextFactory<CaseDbContext> where T : CaseDbContext
    {
        public CaseDbContext CreateDbContext() => inner.CreateDbContext();

        public async Task<CaseDbContext> CreateDbContextAsync(CancellationToken cancellationToken = default) => await inner.CreateDbContextAsync(cancellationToken);
    }
}
