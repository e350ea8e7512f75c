using System.Text.Encodings.Web;
using System.Text.Unicode;
using CaseMgmt.Cases.Access;
using CaseMgmt.Cases.Evaluation;
using CaseMgmt.Cases.Evidence;
using CaseMgmt.Cases.Forms;
using CaseMgmt.Cases.Inbox;
using CaseMgmt.Cases.Libraries;
using CaseMgmt.Cases.Lifecycle;
using CaseMgmt.Cases.Monitoring;
using CaseMgmt.Cases.Notifications;
using CaseMgmt.Cases.Operations;
using CaseMgmt.Cases.Plans;
using CaseMgmt.Cases.Recovery;
using CaseMgmt.Cases.Resources;
using CaseMgmt.Cases.Survey;
using CaseMgmt.Cases.Tasks;
using CaseMgmt.Cases.Workbench;
using CaseMgmt.Designer;
using CaseMgmt.Host.Live;

namespace CaseMgmt.Host.Serving;

/// <summary>What only the web server needs, and the routes of all slices.</summary>
public static class Web
{
    public static void AddWeb(this IServiceCollection services)
    {
        services.AddExceptionHandler<ProblemHandler>();
        services.AddProblemDetails();
        services.Configure<RouteHandlerOptions>(options => options.ThrowOnBadRequest = true);
        services.ConfigureHttpJsonOptions(options => options.SerializerOptions.Encoder = JavaScriptEncoder.Create(UnicodeRanges.All));
        services.AddSignalR();
        services.AddSingleton<LiveConnections>();
        services.AddHostedService<LiveHints>();
        services.AddHostedService<SlowWrites>();
        services.AddJobs();
        services.AddHostedService(provider => provider.GetRequiredService<MonitoringJobs>());
        services.AddDesigner();
        services.AddDesks();
    }

    public static void MapProduct(this WebApplication app)
    {
        var api = app.MapGroup("/api");
        api.MapAccess();
        api.MapNotifications();
        ReadWorkbench.Map(api);
        api.MapEvidence();
        api.MapTasks();
        api.MapLifecycle();
        api.MapInbox();
        api.MapForms();
        api.MapLibraries();
        api.MapMonitoring();
        api.MapPlans();
        api.MapEvaluation();
        api.MapSurvey();
        api.MapOperations();
        Calculate.Map(api);
        KeepCalculation.Map(api);
        api.MapDesks();
        app.MapDesigner();
        app.MapHub<LiveHub>("/hub/live").RequireAuthorization(Permissions.Policy(Permissions.Session));
        Health.Map(app);
        app.Map("/api/{**rest}", () => Problem.NotFound()).AllowAnonymous().WithName("api.unknown");
        app.MapFallbackToFile("index.html").AllowAnonymous().WithName("app");
    }
}
