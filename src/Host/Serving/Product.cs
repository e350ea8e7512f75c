using CaseMgmt.Cases.Access;
using CaseMgmt.Cases.Data;
using CaseMgmt.Cases.Evidence;
using CaseMgmt.Cases.Forms;
using CaseMgmt.Cases.Inbox;
using CaseMgmt.Cases.Lifecycle;
using CaseMgmt.Cases.Monitoring;
using CaseMgmt.Cases.Monitoring.Sources;
using CaseMgmt.Cases.Notifications;
using CaseMgmt.Cases.Operations;
using CaseMgmt.Cases.Plans;
using CaseMgmt.Cases.Sla;
using CaseMgmt.Cases.Survey;
using CaseMgmt.Cases.Tasks;
using CaseMgmt.Workflows.Activities;
using CaseMgmt.Workflows.Runtime;
using Microsoft.AspNetCore.DataProtection;

namespace CaseMgmt.Host.Serving;

/// <summary>The services of the product; the web server and every verb use the same ones.</summary>
public static class Product
{
    public static void AddProduct(this IServiceCollection services, Places places, bool demo, IConfiguration configuration)
    {
        Directory.CreateDirectory(places.Data);
        services.AddSingleton(places);
        services.AddSingleton(TimeProvider.System);
        services.AddDataProtection().SetApplicationName("case-management").PersistKeysToFileSystem(new DirectoryInfo(places.Keys));
        services.AddCaseStore(new StoreOptions { DataDirectory = places.Data });
        services.AddEngine();
        services.AddAccess();
        services.AddNotifications();
        services.AddEvidence(places.Evidence);
        services.AddTasks();
        services.AddLifecycle();
        services.AddInbox();
        services.AddForms();
        services.AddSla(Places.Definitions);
        services.AddSingleton(Warehouses.Read(configuration));
        services.AddMonitoring();
        services.AddPlans();
        services.AddSurvey();
        services.AddOperations();
        services.AddSingleton(new DemoAccounts(demo));
    }

    // The catalogue is collected from the container; the audit's own activities come with their slice.
    private static void AddEngine(this IServiceCollection services)
    {
        foreach (var activity in EngineActivities.All)
        {
            services.AddSingleton(activity);
        }

        services.AddWorkflowRuntime();
    }
}
