namespace IamCore.Sessions;

/// <summary>The one answer to whoever cannot sign in, whatever the reason (CR-024).</summary>
internal static class SignInFailure
{
    public static IamException Failed(string rule = "CR-024") =>
        new(IamErrorCode.AuthenticationFailed, "Your authentication information is incorrect. Please try again.", rule);
}
