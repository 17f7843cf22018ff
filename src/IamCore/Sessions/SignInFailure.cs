namespace IamCore.Sessions;

/// <summary>The single answer to every failed sign-in, whatever the reason (CR-024).</summary>
internal static class SignInFailure
{
    public static IamException Failed(string rule = "CR-024") =>
        new(IamErrorCode.AuthenticationFailed, "Your authentication information is incorrect. Please try again.", rule);
}
