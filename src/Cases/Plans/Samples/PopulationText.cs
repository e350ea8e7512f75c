using System.Globalization;

namespace CaseMgmt.Cases.Plans.Samples;

/// <summary>A population as one text, a member a line in the order of its objects, and back; closed orders have three columns more. Pure.</summary>
public static class PopulationText
{
    private const char Between = '\t';

    public static string Write(IEnumerable<Member> members) => string.Join('\n', members.OrderBy(member => member.ObjKey, StringComparer.Ordinal)
        .Select(member => string.Join(Between, [member.ObjKey, member.OrgNo, member.Specialty, member.Voltage, member.Metric.ToString(CultureInfo.InvariantCulture), .. OfOrder(member)])));

    public static IReadOnlyList<Member> Read(string text) =>
    [
        .. text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split(Between))
            .Select(parts => new Member(parts[0], parts[1], parts[2], parts[3], decimal.Parse(parts[4], CultureInfo.InvariantCulture))
            {
                Class = Further(parts, 5), Theme = Further(parts, 6), Handler = Further(parts, 7),
            }),
    ];

    private static string[] OfOrder(Member member) => member.Class.Length == 0 ? [] : [member.Class, member.Theme, member.Handler];

    private static string Further(string[] parts, int index) => parts.Length > index ? parts[index] : "";
}
