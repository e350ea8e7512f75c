using CaseMgmt.Cases.Access;
using CaseMgmt.Designer.Protocol;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace CaseMgmt.Designer.Instances;

/// <summary>
/// What Studio offers on instances and this product refuses, each with its reason: instances are evidence, a case is cancelled by the rules of its own page,
/// and a real case starts from a task.
/// </summary>
public static class RefuseInstanceChanges
{
    public static void Map(RouteGroupBuilder api)
    {
        var edits = api.MapGroup("").RequireAuthorization(Permissions.Policy(Permissions.DefinitionEdit));
        edits.MapDelete("/workflow-instances/{id}", () => new StudioRefusal("instance-is-evidence")).WithName("elsa.instance.delete");
        Refuse(edits, "/bulk-actions/delete/workflow-instances/by-id", "instance-is-evidence");
        Refuse(edits, "/cancel/workflow-instances/{id}", "instance-cancel-refused");
        Refuse(edits, "/bulk-actions/cancel/workflow-instances", "instance-cancel-refused");
        Refuse(edits, "/workflow-definitions/{definitionId}/dispatch", "run-refused");
        Refuse(edits, "/workflow-definitions/{definitionId}/update-references", "unsupported");
        Refuse(edits, "/tests/activities", "unsupported");
    }

    private static void Refuse(RouteGroupBuilder edits, string pattern, string code) =>
        edits.MapPost(pattern, () => new StudioRefusal(code)).WithName("elsa.refused." + pattern.Trim('/').Replace('/', '.').Replace("{", "", StringComparison.Ordinal).Replace("}", "", StringComparison.Ordinal));
}
