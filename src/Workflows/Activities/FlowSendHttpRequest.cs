using System.Globalization;
using System.Text.Json.Nodes;
using CaseMgmt.Workflows.Execution;

namespace CaseMgmt.Workflows.Activities;

/// <summary>
/// Calls a host and leaves by the status code, or by "Unmatched status code", and by "Done" with either; by "Failed to connect" or "Timeout" alone. No recording:
/// as Elsa's own activity does. A host that is not on the list is an incident: somebody has to change the list or the node.
/// </summary>
public sealed class FlowSendHttpRequest : Activity
{
    public override ActivityDescriptor Descriptor { get; } = Describe.Elsa(
        "FlowSendHttpRequest", "HTTP", "发送请求（流程图）", "HTTP request (flow)", "调用一个网址并按状态码分支", "Calls a URL and leaves by its status code", "globe", HttpCall.Inputs()) with
    { Outputs = HttpCall.Outputs(), Ports = ["Done", "Unmatched status code", "Failed to connect", "Timeout"] };

    public override ActivityResult Execute(ActivityContext context) => HttpCall.Send(context);

    public override ActivityResult Resume(ActivityContext context, BookmarkResume resume) => HttpCall.Take(context, resume) switch
    {
        ({ } status, _, _) => ActivityResult.Outcome(OutcomesOf(context, status.ToString(CultureInfo.InvariantCulture))),
        (_, "timeout", _) => ActivityResult.Outcome("Timeout"),
        (_, "refused", var error) => ActivityResult.Failed("http-refused", error),
        _ => ActivityResult.Outcome("Failed to connect"),
    };

    private static string[] OutcomesOf(ActivityContext context, string status)
    {
        var expected = Items.Of(context.Input("ExpectedStatusCodes"));
        return expected.Count == 0 ? ["Done"] : [expected.Any(code => code?.ToString() == status) ? status : "Unmatched status code", "Done"];
    }
}
