using CaseMgmt.Cases.Plans.Calendar;
using CaseMgmt.Cases.Plans.ProblemLists;
using CaseMgmt.Cases.Plans.Samples;
using CaseMgmt.Cases.Plans.Schemes;
using CaseMgmt.Cases.Plans.Visits;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace CaseMgmt.Cases.Plans;

/// <summary>Services and routes of what comes before a task and goes with it: schemes, annual plans, samples, visits, weekly lists.</summary>
public static class PlansSlice
{
    public static void AddPlans(this IServiceCollection services)
    {
        services.AddSingleton<Populations>();
        services.AddSingleton<VisitSweep>();
        services.AddSingleton<ProblemListSweep>();
        services.AddScoped<WriteScheme.Services>();
        services.AddScoped<StepScheme.Services>();
        services.AddScoped<WriteMembers.Services>();
        services.AddScoped<ConsultPlan.Services>();
        services.AddScoped<DrawSample.Services>();
        services.AddScoped<GradeItem.Services>();
    }

    public static void MapPlans(this RouteGroupBuilder api)
    {
        ListTaskTypes.Map(api);
        WriteScheme.Map(api);
        StepScheme.Map(api);
        WriteMembers.Map(api);
        ReadScheme.Map(api);
        CreateSchemeTask.Map(api);
        WritePlan.Map(api);
        ConsultPlan.Map(api);
        DecidePlan.Map(api);
        ReadPlan.Map(api);
        CheckPlan.Map(api);
        DrawSample.Map(api);
        PickItem.Map(api);
        GradeItem.Map(api);
        FreezeSample.Map(api);
        CreateSampleTask.Map(api);
        ReadSample.Map(api);
        ReadVisits.Map(api);
        ReadProblemLists.Map(api);
        PlanHistory.Map(api);
    }
}
