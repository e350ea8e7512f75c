namespace CaseMgmt.Cases.Access;

/// <summary>Paths like "/37/3703/370306/".</summary>
public static class OrgPaths
{
    /// <summary>The path itself and every path above it, longest last: "/37/", "/37/3703/", ...</summary>
    public static IReadOnlyList<string> SelfAndAbove(string orgPath)
    {
        var paths = new List<string>();
        for (var i = 1; i < orgPath.Length; i++)
        {
            if (orgPath[i] == '/')
            {
                paths.Add(orgPath[..(i + 1)]);
            }
        }

        return paths;
    }
}
