using System.Globalization;
using System.Text.Json.Nodes;
using CaseMgmt.Workflows.Execution;

namespace CaseMgmt.Workflows.Activities;

/// <summary>Calls a host and leaves by the status code, by "Unmatched status code", or by "Failed to connect". No recording: as Elsa's documentation says.</summary>
public sealed class FlowSendHttpRequest : Activity
{
    public override ActivityDescriptor Descriptor { get; } = Describe.Elsa(
        "FlowSendHttpRequest", "HTTP", "发送请求（流程图）", "HTTP request (flow)", "调用一个网址并按状态码分支", "Calls a URL and leaves by its status code", "globe", HttpCall.Inputs()) with
    { Outputs = HttpCall.Outputs(), Ports = ["Done", "Unmatched status code", "Failed to connect", "Timeout"] };

    public override ActivityResult Execute(ActivityContext context) => HttpCall.Send(context);

    public override ActivityResult Resume(ActivityContext context, BookmarkResume resume)
    {
        if (HttpCall.Take(context, resume) is not { } status)
        {
            return ActivityResult.Outcome("Failed to connect", "Done");
        }

        var text = status.ToString(CultureInfo.InvariantCulture);
        var expected = (context.Input("ExpectedStatusCodes") as JsonArray)?.Any(code => code?.ToString() == text) == true;
        return ActivityResult.Outcome(expected ? text : "Unmatched status code", "Done");
    }
}
