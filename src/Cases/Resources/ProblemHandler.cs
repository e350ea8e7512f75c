using CaseMgmt.Cases.Monitoring.Sources;
using CaseMgmt.Workflows.Storage;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace CaseMgmt.Cases.Resources;

/// <summary>The one place that turns exceptions into problem documents. What it does not know is logged with its trace and told as 500, without details.</summary>
public sealed class ProblemHandler(ILogger<ProblemHandler> log) : IExceptionHandler
{
    public async ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        if (httpContext.RequestAborted.IsCancellationRequested)
        {
            return true;
        }

        var problem = For(exception);
        if (problem.StatusCode == StatusCodes.Status500InternalServerError)
        {
            log.LogError(exception, "Request {Method} {Path} failed", httpContext.Request.Method, httpContext.Request.Path);
        }

        await problem.ExecuteAsync(httpContext);
        return true;
    }

    internal static Problem For(Exception exception) => exception switch
    {
        ProblemException known => known.Problem,
        SourceUnfitException unfit => unfit.Problem,
        StaleWriteException => Problem.Conflict("stale"),
        BadHttpRequestException { StatusCode: StatusCodes.Status413PayloadTooLarge } => new Problem(StatusCodes.Status413PayloadTooLarge, "file-too-large", 20),
        BadHttpRequestException bad => new Problem(bad.StatusCode, "bad-request"),
        _ => new Problem(StatusCodes.Status500InternalServerError, "internal"),
    };
}
