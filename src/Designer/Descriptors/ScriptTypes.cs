using CaseMgmt.Cases.Access;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace CaseMgmt.Designer.Descriptors;

/// <summary>What the expression editor suggests.</summary>
public static class ScriptTypes
{
    private const string Declarations = """
        declare function getVariable(name: string): any;
        declare function getInput(name: string): any;
        declare function getOutputFrom(activity: string, output?: string): any;
        declare function getLastResult(): any;
        declare function getCorrelationId(): string;
        declare function getWorkflowInstanceId(): string;
        declare const variables: any;
        """;

    public static void Map(RouteGroupBuilder api)
    {
        api.MapPost("/scripting/javascript/type-definitions/{definitionId}", () => Results.Text(Declarations, "application/x-typescript"))
            .RequireAuthorization(Permissions.Policy(Permissions.DefinitionRead)).WithName("elsa.script-types");
    }
}
