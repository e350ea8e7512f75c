using System.Text.Json;
using System.Text.Json.Nodes;
using CaseMgmt.Cases.Access;
using CaseMgmt.Cases.Sla;

namespace CaseMgmt.Designer.Checking;

/// <summary>The escalation ladder of a step: it can be read, each of its steps comes due, and whom it tells exists.</summary>
public static class LadderCheck
{
    private const string Answerer = "answerer";

    public static IEnumerable<CheckFinding> Findings(JsonObject node, string ladder)
    {
        if (Read(ladder) is not { } steps)
        {
            return [CheckFinding.At(node, "升级阶梯无法读取：每一步要有名称，以及时限百分比或超期工作日", "its ladder cannot be read: each step has a name, and a percentage or working days")];
        }

        if (steps.Count == 0)
        {
            return [CheckFinding.At(node, "没有升级阶梯，超期后无人得知", "it has no ladder: nobody is told when it is late", isWarning: true)];
        }

        return steps.SelectMany(step => step.To.Split(',', StringSplitOptions.TrimEntries).Select(to => (step.Step, To: to))).Where(each => each.To != Answerer && !Roles.All.Contains(each.To))
            .Select(each => each.To.Length == 0
                ? CheckFinding.At(node, $"升级阶梯“{each.Step}”没有通知对象", $"step {each.Step} of its ladder tells nobody")
                : CheckFinding.At(node, $"升级阶梯“{each.Step}”通知的角色 {each.To} 不存在", $"step {each.Step} of its ladder tells {each.To}, which is no role"));
    }

    private static IReadOnlyList<LadderStep>? Read(string ladder)
    {
        try
        {
            return ladder.Trim().Length == 0 ? [] : Ladder.Check(ladder);
        }
        catch (Exception unreadable) when (unreadable is JsonException or FormatException)
        {
            return null;
        }
    }
}
