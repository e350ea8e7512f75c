namespace CaseMgmt.Workflows.Activities;

/// <summary>The engine's own activities, for a catalog; a host adds those of its domain.</summary>
public static class EngineActivities
{
    public static IReadOnlyList<Activity> All { get; } =
    [
        WorkflowActivity.Instance, new Sequence(), new Flowchart(), new FlowDecision(), new FlowSwitch(), new FlowFork(), new FlowJoinActivity(), new Start(), new End(),
        new If(), new Switch(), new While(), new For(), new ForEach(), new ParallelForEach(), new Parallel(), new Fork(), new Break(),
        new SetVariable(), new SetOutput(), new SetName(), new Correlate(), new Finish(), new Complete(), new Fault(),
        new Event(), new PublishEvent(), new RunTask(), new Delay(), new StartAt(), new TimerActivity(), new Cron(),
        new ExecuteWorkflow(), new DispatchWorkflow(), new BulkDispatchWorkflows(), new RunJavaScript(), new WriteLine(),
        new SendHttpRequestActivity(), new FlowSendHttpRequest(),
    ];
}
