namespace IamCore.Administration.Reports;

/// <summary>Checks parameters that are ARNs of users, groups or roles.</summary>
internal static class IdentityArns
{
    public static void Check(ParameterCheck check, string? arn, string parameter) =>
        check.Require(arn is not null && Simulations.Split(arn) is not null, parameter, "must be the ARN of a user, group or role", "ID-268");
}
