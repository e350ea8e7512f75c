using CaseMgmt.Workflows.Execution;

namespace CaseMgmt.Workflows.Activities;

/// <summary>Calls a host and goes on with the answer. No recording: inputs and outputs as Elsa's documentation says; embedded ports per status are not run.</summary>
public sealed class SendHttpRequestActivity : Activity
{
    public override ActivityDescriptor Descriptor { get; } = Describe.Elsa(
        "SendHttpRequest", "HTTP", "发送请求", "Send HTTP request", "调用一个网址", "Calls a URL", "globe", HttpCall.Inputs()) with
    { Outputs = HttpCall.Outputs() };

    public override ActivityResult Execute(ActivityContext context) => HttpCall.Send(context);

    public override ActivityResult Resume(ActivityContext context, BookmarkResume resume) =>
        HttpCall.Take(context, resume) is { Status: null } failed ? ActivityResult.Failed(failed.Failure is { } failure ? "http-" + failure : "http", failed.Error) : ActivityResult.Done;
}
