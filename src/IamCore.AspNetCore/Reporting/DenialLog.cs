using IamCore.Signing;
using Microsoft.Extensions.Logging;

namespace IamCore.AspNetCore.Reporting;

/// <summary>The log events of refusals. Ids are promised; so are the names of what stands in braces.</summary>
internal static partial class DenialLog
{
    public const string Category = "IamCore.AspNetCore.Authorization";

    [LoggerMessage(1, LogLevel.Information, "{Principal} may not {Action} on {Resource}: {Result}", EventName = "Denied")]
    public static partial void Denied(ILogger logger, string principal, string action, string resource, AccessResult result);

    [LoggerMessage(
        2,
        LogLevel.Information,
        "{Principal} may not {Action} on {Resource}: {Result}. Decided by: {Statements}. Nearly allowed by: {NearMisses}. Missing: {MissingContext}",
        EventName = "DeniedExplained")]
    public static partial void DeniedExplained(
        ILogger logger, string principal, string action, string resource, AccessResult result, string statements, string nearMisses, string missingContext);

    [LoggerMessage(3, LogLevel.Information, "{Requirement} is not met: the values of the route name no resource", EventName = "Unnamed")]
    public static partial void Unnamed(ILogger logger, IamRequirement requirement);

    [LoggerMessage(4, LogLevel.Information, "{Requirement} is not met: no mapping knows the user, authenticated by {AuthenticationType}", EventName = "Unmapped")]
    public static partial void Unmapped(ILogger logger, IamRequirement requirement, string? authenticationType);

    [LoggerMessage(5, LogLevel.Information, "A signed request was not authenticated: {Code} for {AccessKeyId}", EventName = "SignatureRefused")]
    public static partial void SignatureRefused(ILogger logger, SignatureFaultCode code, string accessKeyId);

    [LoggerMessage(6, LogLevel.Information, "{Role} is not to be had for an identity of {Issuer}: {Code} {Message}", EventName = "RoleRefused")]
    public static partial void RoleRefused(ILogger logger, string? role, string issuer, string code, string message);
}
