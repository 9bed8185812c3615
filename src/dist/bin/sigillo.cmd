@echo off
rem Starts Sigillo on any JRE 17 or newer, from any folder. Not run in CI.
rem JAVA_HOME chooses the JRE; SIGILLO_JAVA_OPTS adds options for it, such as -Xmx2g.
setlocal EnableExtensions DisableDelayedExpansion
set "home=%~dp0.."
for %%I in ("%home%") do set "home=%%~fI"

set "java=java.exe"
if defined JAVA_HOME set "java=%JAVA_HOME%\bin\java.exe"
if defined JAVA_HOME if not exist "%java%" (
  echo sigillo: JAVA_HOME has no bin\java.exe; allowed: a JRE 17 or newer 1>&2
  exit /b 2
)
if not defined JAVA_HOME where java.exe >nul 2>nul || (
  echo sigillo: no Java found; install a JRE 17 or newer, or set JAVA_HOME 1>&2
  exit /b 2
)

set "version=unknown"
for /f tokens^=2^ delims^=^" %%V in ('""%java%" -version 2^>^&1"') do if "%version%"=="unknown" call :version "%%V"
set "tuning="
if /i "%~1"=="report" set "tuning=-XX:TieredStopAtLevel=1 -XX:+UseSerialGC"
if /i "%~1"=="audit" if /i "%~2"=="--demo" set "tuning=-XX:TieredStopAtLevel=1 -XX:+UseSerialGC"

rem A class-data archive makes later starts faster; it fits one JVM build and one folder only.
set "cache=%LOCALAPPDATA%\sigillo\cache"
set "key=%version%%home%"
set "key=%key:\=_%"
set "key=%key::=_%"
set "key=%key: =_%"
set "archive=%cache%\%key%.jsa"
set "options=%tuning% -Djava.awt.headless=true -Dfile.encoding=UTF-8 %SIGILLO_JAVA_OPTS%"
set "quiet=-Xshare:auto -Xlog:disable -Xlog:all=error:stderr"

if exist "%archive%" (
  "%java%" %options% %quiet% "-XX:SharedArchiveFile=%archive%" -Dsigillo.home="%home%" -cp "%home%\lib\*" dev.sigillo.cli.Main %*
  exit /b
)
if /i "%~1"=="audit" (
  if not exist "%cache%" mkdir "%cache%" 2>nul
  "%java%" %options% %quiet% "-XX:ArchiveClassesAtExit=%archive%.tmp" -Dsigillo.home="%home%" -cp "%home%\lib\*" dev.sigillo.cli.Main %*
  call :keep
  exit /b
)
"%java%" %options% -Dsigillo.home="%home%" -cp "%home%\lib\*" dev.sigillo.cli.Main %*
exit /b

:version
set "version=%~1"
exit /b 0

:keep
set "code=%errorlevel%"
if exist "%archive%.tmp" move /y "%archive%.tmp" "%archive%" >nul 2>nul
exit /b %code%
