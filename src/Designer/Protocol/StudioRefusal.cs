using CaseMgmt.Cases.Resources;
using Microsoft.AspNetCore.Http;

namespace CaseMgmt.Designer.Protocol;

/// <summary>
/// A "no" in the only form that Studio shows to people: status 400 with GeneralErrors becomes a red message; anything else is an uncaught error there.
/// The code is for programs; the text is "designer.{code}" of the resource files.
/// </summary>
public sealed class StudioRefusal(string code, params object?[] args) : Exception, IResult, IStatusCodeHttpResult
{
    public override string Message => code;

    public int? StatusCode => StatusCodes.Status400BadRequest;

    public string Code => code;

    /// <summary>Somebody else was first: the frame offers a copy of the unsaved text. No revision goes out with it, or the tab would overwrite next time.</summary>
    public bool IsConflict { get; init; }

    /// <summary>Further lines below the text, for example what a check found.</summary>
    public IReadOnlyList<string> Lines { get; init; } = [];

    public Task ExecuteAsync(HttpContext httpContext)
    {
        var text = Texts.Get(Texts.LanguageOf(httpContext), "designer." + code, args);
        httpContext.Response.StatusCode = StatusCodes.Status400BadRequest;
        if (IsConflict)
        {
            httpContext.Response.Headers["X-Conflict"] = "1";
        }

        string[] lines = [text, .. Lines];
        return httpContext.Response.WriteAsJsonAsync(
            new { statusCode = 400, code, message = text, errors = new Dictionary<string, string[]> { ["GeneralErrors"] = lines } }, httpContext.RequestAborted);
    }
}
