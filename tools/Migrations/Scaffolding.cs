using System.Reflection;
using CaseMgmt.Cases.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Migrations.Design;
using Microsoft.EntityFrameworkCore.Scaffolding;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace CaseMgmt.Migrations;

/// <summary>Writes migrations of the three databases in one go. No database is contacted.</summary>
internal static class Scaffolding
{
    public static int Usage()
    {
        Console.Error.WriteLine("add NAME | fresh NAME | check | script FILE");
        return 2;
    }

    public static int Add(string name, bool fresh)
    {
        foreach (var (provider, context) in DesignContexts.All())
        {
            using (context)
            {
                var folder = Path.Combine(CasesFolder(), "Data", "Migrations", provider);
                if (fresh && Directory.Exists(folder))
                {
                    Directory.Delete(folder, recursive: true);
                }

                Scaffold(context, provider, name, fresh);
                Console.WriteLine($"{provider}: {name}");
            }
        }

        return 0;
    }

    public static int Check()
    {
        var changed = false;
        foreach (var (provider, context) in DesignContexts.All())
        {
            using (context)
            {
                var pending = context.Database.HasPendingModelChanges();
                Console.WriteLine($"{provider}: {(pending ? "the model has changes without a migration" : "up to date")}");
                changed |= pending;
            }
        }

        return changed ? 1 : 0;
    }

    public static int Script(string file)
    {
        using var context = DesignContexts.SqlServer();
        File.WriteAllText(file, context.GetService<IMigrator>().GenerateScript(options: MigrationsSqlGenerationOptions.Idempotent));
        return 0;
    }

    public static int CompileModel()
    {
        using var context = DesignContexts.Sqlite();
        using var container = DesignServices(context).BuildServiceProvider();
        using var scope = container.CreateScope();
        var folder = Path.Combine(CasesFolder(), "Data", "CompiledModels");
        if (Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }

        var options = new CompiledModelCodeGenerationOptions { ContextType = typeof(SqliteCaseDbContext), ModelNamespace = "CaseMgmt.Cases.Data.CompiledModels", UseNullableReferenceTypes = true, Language = "C#" };
        var files = scope.ServiceProvider.GetRequiredService<ICompiledModelScaffolder>().ScaffoldModel(context.GetService<IDesignTimeModel>().Model, folder, options);
        Console.WriteLine($"{files.Count} files");
        return 0;
    }

    private static void Scaffold(CaseDbContext context, string provider, string name, bool fresh)
    {
        var services = DesignServices(context);
        if (fresh)
        {
            // The assembly still has the old ones compiled in: a fresh start must not build on them.
            services.AddScoped<IMigrationsAssembly>(_ => new NoMigrations(context.GetService<IMigrationsAssembly>()));
        }

        using var container = services.BuildServiceProvider();
        using var scope = container.CreateScope();
        var scaffolder = scope.ServiceProvider.GetRequiredService<IMigrationsScaffolder>();
        var migration = scaffolder.ScaffoldMigration(name, "CaseMgmt.Cases", "Data.Migrations." + provider);
        scaffolder.Save(CasesFolder(), migration, Path.Combine(CasesFolder(), "Data", "Migrations", provider), dryRun: false);
    }

    private static IServiceCollection DesignServices(CaseDbContext context)
    {
        var services = new ServiceCollection().AddEntityFrameworkDesignTimeServices().AddDbContextDesignTimeServices(context);
        var assembly = Assembly.Load(new AssemblyName(context.GetService<IDatabaseProvider>().Name));
        var type = assembly.GetType(assembly.GetCustomAttribute<DesignTimeProviderServicesAttribute>()!.TypeName, throwOnError: true)!;
        ((IDesignTimeServices)Activator.CreateInstance(type)!).ConfigureDesignTimeServices(services);
        return services;
    }

    private static string CasesFolder()
    {
        for (var at = new DirectoryInfo(AppContext.BaseDirectory); at is not null; at = at.Parent)
        {
            if (File.Exists(Path.Combine(at.FullName, "CaseMgmt.sln")))
            {
                return Path.Combine(at.FullName, "src", "Cases");
            }
        }

        throw new DirectoryNotFoundException("Run it inside the repository.");
    }

    private sealed class NoMigrations(IMigrationsAssembly inner) : IMigrationsAssembly
    {
        public IReadOnlyDictionary<string, TypeInfo> Migrations { get; } = new Dictionary<string, TypeInfo>();

        public ModelSnapshot? ModelSnapshot => null;

        public Assembly Assembly => inner.Assembly;

        public string? FindMigrationId(string nameOrId) => null;

        public Migration CreateMigration(TypeInfo migrationClass, string activeProvider) => inner.CreateMigration(migrationClass, activeProvider);
    }
}
